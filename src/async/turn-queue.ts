/** Runs the turns of one conversation one after another; different conversations do not wait. */
export type TurnQueue = <T>(conversationId: string, turn: () => Promise<T>) => Promise<T>;

export function turnQueue(): TurnQueue {
  /** The end of each conversation's last turn, success or failure; it never rejects. */
  const ends = new Map<string, Promise<void>>();

  return <T>(conversationId: string, turn: () => Promise<T>): Promise<T> => {
    const result = (ends.get(conversationId) ?? Promise.resolve()).then(turn);
    const forget = (): void => {
      if (ends.get(conversationId) === end) ends.delete(conversationId);
    };
    const end = result.then(forget, forget);
    ends.set(conversationId, end);
    return result;
  };
}
