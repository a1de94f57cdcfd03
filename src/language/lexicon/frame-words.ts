import type { LanguageTag } from '../languages.js';
import { ownFile } from './own-file.js';

/**
 * What stands around the texts that people send, by what it is. Each is a piece of a regular expression in lower case
 * and is found in either, but titles and parts of names, which are found as they are written.
 */
export const FRAME_PARTS = [
  /** What a mail begins with, and in one word behind a name; how a line of a name and a title ends that greets. */
  'greetings',
  'greetingsBehind',
  'greetingEnds',
  /** Whom one greets: a role rather than a name. It begins a line as well ("Team, …", "Коллеги, …"). */
  'addressees',
  /** Titles that a full stop stands behind, offices and titles behind a name, small words within one. */
  'titlesBefore',
  'titlesBehind',
  'nameParts',
  'closings',
  /** What stands before a number or an address in a signature. */
  'contacts',
  /** Headers of mails, and those that nobody writes but a program; "From: … To: …" may be somebody's own note. */
  'headers',
  'sureHeaders',
  'subjects',
  /** What programs set before a subject, and which of it says that a mail was handed on, or came from outside. */
  'prefixes',
  'forwardingPrefixes',
  'outside',
  /** By what a quoted mail is known: behind dashes, or at the beginning of a line; which of it was handed on. */
  'quotedMarks',
  'quotedLines',
  'forwardedMarks',
  'forwardedLines',
  /** "On Monday Anna wrote:": who says so at the end of the line. */
  'wrote',
  'devices',
  /** What a notice is about, and what it says of it: only both make one, but of printing only one. */
  'noticesOf',
  'noticesSay',
  'printing',
  /** One hands a mail on: "see below", "Microsoft sent them to us". */
  'notes',
  /** Where somebody who has signed begins anew. */
  'postscripts',
] as const;
export type FramePart = (typeof FRAME_PARTS)[number];

/**
 * The words of one language by which what stands around a message is known. The English ones have those of mails that
 * reach every language.
 */
export interface FrameWords extends Readonly<Record<FramePart, readonly string[]>> {
  readonly language: string;
}

/** Undefined for a language that has none yet: its mails are read as they stand. */
export function frameWordsOf(tag: LanguageTag): FrameWords | undefined {
  return ownFile(tag, 'frames');
}
