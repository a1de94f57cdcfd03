/** An answer need not wait for what it answers. */

/** What Web Chat does with what has come, before it shows it. */
export const QUEUED = 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY';

/**
 * Web Chat holds an answer back for up to five seconds while it has not got what it answers. Here what is said comes in its
 * order, or is put in its place by its time; so an answer is shown as soon as it is there, and only we know what it answers.
 */
export function notHeldBack(activity) {
  const { replyToId, ...rest } = activity;
  return replyToId === undefined
    ? activity
    : { ...rest, channelData: { ...rest.channelData, answers: replyToId } };
}

/** As it was sent. */
export function asSent(activity) {
  const { answers, ...channelData } = activity.channelData ?? {};
  return answers === undefined ? activity : { ...activity, channelData, replyToId: answers };
}
