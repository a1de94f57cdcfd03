import type { Logger } from 'pino';
import { caseTicket } from '../cards/case-ticket.js';
import { draftOf, handOverReport } from '../cards/hand-over-report.js';
import { quoted } from '../cards/quote.js';
import { reportMessage } from '../cards/report.js';
import { nowIds } from '../cards/then-and-now.js';
import { ticketText } from '../cards/ticket.js';
import type { Speaker } from '../channels/seam/speaker.js';
import type { RemindData } from '../conversation/action.js';
import type { Effect } from '../conversation/session.js';
import type { WholeCase } from '../conversation/whole-case.js';
import { feedbackEntry } from '../feedback/entry.js';
import type { Journal } from '../feedback/journal.js';
import type { HandedOver, HandOver } from '../handover/hand-over.js';
import type { Language } from '../language/language.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';
import { receiptOf } from '../receipt/receipt.js';

/** Counts what somebody has done outside their conversation: whether they may do it once more. */
export type EffectQuota = (kind: Effect['kind'], sender: Speaker) => Promise<boolean>;

export interface EffectsOptions {
  readonly journal: Journal;
  /** Undefined: nobody is set up to receive hand-overs. */
  readonly handOver?: HandOver | undefined;
  /** Does what a keeper answers to a letter; false where they keep no such case. */
  readonly remind?: (sender: Speaker, answer: RemindData, day: string) => Promise<boolean>;
  /** Deletes everything that is kept of a person in a conversation. */
  readonly forget: (sender: Speaker) => Promise<void>;
  /** Without it everybody may do as much as they like. */
  readonly quota?: EffectQuota | undefined;
}

/** An id as a card may show it: whoever could choose it must not write links, mentions or pictures with it. */
function plainId(id: string): string {
  return id.slice(0, 300).replace(/[^\w.:;=@|/+-]/g, '?');
}

/** What each subscription comes to, as data. */
function subscriptionsOf({ plan, receipts }: WholeCase): NonNullable<HandedOver['subscriptions']> {
  return plan.guidances.map((guidance, place) => ({
    receipt: receipts[place] ?? '',
    eligibility: guidance.eligibility,
    ...nowIds(guidance),
    situation: guidance.situation,
  }));
}

/** What a turn does outside its conversation: opinions are written down, cases sent, people forgotten. */
export class Effects {
  readonly #options: EffectsOptions;

  constructor(options: EffectsOptions) {
    this.#options = options;
  }

  get canHandOver(): boolean {
    return this.#options.handOver !== undefined;
  }

  /** Whether it was done. Never rejects: what failed is offered again. */
  async carryOut(
    effect: Effect,
    language: LanguageTag,
    day: string,
    sender: Speaker,
    log: Logger,
  ): Promise<boolean> {
    const { quota } = this.#options;
    try {
      if (quota !== undefined && !(await quota(effect.kind, sender))) {
        log.warn({ effect: effect.kind }, 'more is not done for this caller within an hour');
        return false;
      }
      await this.#attempt(effect, language, day, sender);
      return true;
    } catch (error) {
      log.error({ error, effect: effect.kind }, 'something outside the conversation failed');
      return false;
    }
  }

  async #attempt(effect: Effect, language: LanguageTag, day: string, sender: Speaker): Promise<void> {
    const { journal, handOver, remind, forget } = this.#options;
    switch (effect.kind) {
      case 'feedback':
        return journal.append(feedbackEntry({ ...effect, language, day }));
      case 'handOver':
        return handOver?.send(this.#caseOf(effect, LANGUAGES[language], day, sender));
      case 'remind':
        if ((await remind?.(sender, effect, day)) !== true) throw new Error('There is no such case.');
        return;
      case 'forget':
        return forget(sender);
      // It has something to show, and is carried out where that is put in.
      case 'case':
        return;
    }
  }

  #caseOf(
    { id, guidance, all, places }: Extract<Effect, { kind: 'handOver' }>,
    language: Language,
    day: string,
    from: Speaker,
  ) {
    const { edition, situation, eligibility } = guidance;
    const origin = { key: '', interview: 0, turn: 0, edition: undefined };
    const { box, ...report } = handOverReport(language, {
      kind: 'handOver',
      guidance,
      all,
      places,
      state: 'copy',
      day,
      origin,
    });
    const asker = [
      language.say('handOver.from', { name: quoted(from.name), channel: plainId(from.channel) }),
      language.say('handOver.conversation', { id: plainId(from.conversation) }),
    ];
    const note =
      all === undefined
        ? ticketText(language, { guidance, places, done: [], day })
        : caseTicket(language, { all, places, day });
    // Whoever receives it reads it; to copy it is for who sends it.
    const request = { heading: box.label, lines: box.text.split('\n') };
    const sections = [{ heading: '', lines: asker }, request];
    return {
      id,
      receipt: all?.receipt ?? receiptOf(guidance),
      edition,
      eligibility,
      ...nowIds(guidance),
      situation,
      ...(all && { subscriptions: subscriptionsOf(all) }),
      language: language.tag,
      ...draftOf(language, { guidance, all, places }),
      text: [...asker, '', note].join('\n'),
      // Nobody taps on it: whoever receives it has another conversation.
      card: reportMessage(language, { ...report, sections, text: '', options: [], nav: [] }, []).card,
      from: { channel: from.channel, conversation: from.conversation, user: from.user, name: from.name },
    };
  }
}
