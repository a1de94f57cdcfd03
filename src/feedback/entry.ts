import { createHash } from 'node:crypto';
import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { type EditionId, type Eligibility, isEditionId, VERDICTS } from '../policy/edition.js';
import { isAnswer, isFactId, type Situation } from '../policy/facts.js';
import { redact } from './redact.js';

/** What one person thought of one guidance. Nothing in it says who, where or in which conversation. */
export interface FeedbackEntry {
  /** Opaque: 16 characters of a hash. The same guidance judged again has the same id. */
  readonly id: string;
  /** ISO date; no time of day, which could be matched with other logs. */
  readonly day: string;
  readonly helped: boolean;
  /** In the person's words, redacted; empty where none was given. */
  readonly reason: string;
  readonly edition: EditionId;
  readonly situation: Situation;
  readonly eligibility: Eligibility;
  /** The rules that held, by id; the first one decided. */
  readonly rules: readonly string[];
  readonly language: LanguageTag;
}

/** What the dialog's effect `feedback` says, and what only the turn knows. */
export interface Judgement {
  readonly id: string;
  readonly helped: boolean;
  readonly reason: string;
  readonly guidance: { readonly edition: EditionId; readonly situation: Situation };
  readonly eligibility: Eligibility;
  readonly rules: readonly string[];
  /** The language in which the guidance was read. */
  readonly language: LanguageTag;
  /** Today, as an ISO date. */
  readonly day: string;
}

function opaque(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 16);
}

/** A judgement as it may be kept: its id is hashed, its reason redacted, and nothing else is taken over. */
export function feedbackEntry(judgement: Judgement): FeedbackEntry {
  const { id, day, helped, reason, guidance, eligibility, rules, language } = judgement;
  const { edition, situation } = guidance;
  return {
    id: opaque(id),
    day,
    helped,
    reason: redact(reason),
    edition,
    situation,
    eligibility,
    rules,
    language,
  };
}

function isSituation(value: unknown): value is Situation {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([fact, answer]) => isFactId(fact) && isAnswer(fact, answer));
}

function isEligibility(value: unknown): value is Eligibility {
  return value === 'depends' || (VERDICTS as readonly unknown[]).includes(value);
}

/** Whether what was stored is an entry that this version understands: a later one may know more facts. */
export function isEntry(value: unknown): value is FeedbackEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry: Partial<Record<keyof FeedbackEntry, unknown>> = value;
  return (
    typeof entry.id === 'string' &&
    /^[\w-]{16}$/.test(entry.id) &&
    typeof entry.day === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(entry.day) &&
    typeof entry.helped === 'boolean' &&
    typeof entry.reason === 'string' &&
    isEditionId(entry.edition) &&
    isSituation(entry.situation) &&
    isEligibility(entry.eligibility) &&
    Array.isArray(entry.rules) &&
    entry.rules.every((rule) => typeof rule === 'string') &&
    isLanguageTag(entry.language)
  );
}
