import type { AnswerChangedNote, DialogNote, ReceiptNote } from '../conversation/dialog-note.js';
import type { Whereabouts } from '../conversation/interview/whereabouts.js';
import type { Language } from '../language/language.js';
import { countryText } from '../language/places/places-text.js';
import { MOST_SUBSCRIPTIONS } from '../policy/case/case.js';
import type { Difference } from '../policy/compare/difference.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { byTitle, type Link, markdown } from './cite.js';
import { onlyThere } from './guidance-text.js';
import { quoted } from './quote.js';
import { answerText } from './rows.js';
import { ruleTexts } from './rule-note.js';

type Changed = NonNullable<ReceiptNote['changed']>;

/** In one box, paragraph by paragraph: a box each would push the head of the card out of sight. */
const PARAGRAPH = '\n\n';

/** What another edition no longer says, and what it says newly. */
function differing(language: Language, { gone, added }: Difference): readonly string[] {
  const all = [
    ...onlyThere(language, gone).map((text) => language.say('notice.receiptGone', { text })),
    ...onlyThere(language, added).map((text) => language.say('notice.receiptAdded', { text })),
  ];
  return all.length === 0 ? [] : [all.join(PARAGRAPH)];
}

/** How an answer that is no longer today's is told. */
function changeKey({ difference }: Changed) {
  return difference.before === difference.after ? 'notice.receiptChangedInside' : 'notice.receiptChanged';
}

function receiptTexts(
  language: Language,
  { receipt, edition, changed, before }: ReceiptNote,
): readonly string[] {
  const opened = language.say('notice.receiptOpened', {
    receipt,
    edition: language.say(`edition.${edition}`),
  });
  const kept = before === undefined ? [] : [language.say('notice.receiptBefore', { receipt: before })];
  if (changed === undefined)
    return [language.sentences([opened, language.say('notice.receiptTrue')]), ...kept];
  const { difference } = changed;
  const isOtherCloud = EDITIONS[edition].family !== EDITIONS[changed.edition].family;
  const now = language.say(isOtherCloud ? 'notice.receiptCloud' : changeKey(changed), {
    edition: language.say(`edition.${changed.edition}`),
    eligibility: language.say(`eligibility.${difference.after}`),
  });
  const open = changed.turnsOn.map((fact) => language.say(`fact.${fact}.inList`));
  const turnsOn = open.length === 0 ? [] : [language.say('why.open', { facts: language.all(open) })];
  // What was never an answer for this cloud has not changed: today's is one tap away.
  const differences = isOtherCloud ? [] : differing(language, difference);
  return [language.sentences([opened, now]), ...turnsOn, ...differences, ...kept];
}

/** The steps alone: what else there is to mind now stands on the card itself. */
function stepsOf({ gone, added, ...verdicts }: Difference): Difference {
  const nothing = { reasons: [], cautions: [] };
  return { ...verdicts, gone: { ...gone, ...nothing }, added: { ...added, ...nothing } };
}

/** Whether the verdict is another one for a changed answer, and which steps are. */
function changedTexts(language: Language, { facts, difference }: AnswerChangedNote): readonly string[] {
  const { before, after } = difference;
  const steps = differing(language, stepsOf(difference));
  const names = language.all(facts.map((fact) => language.say(`fact.${fact}.inList`)));
  if (before === after) return [language.say('notice.answerChangedInside', { facts: names }), ...steps];
  const told = language.say('notice.answerChanged', {
    facts: names,
    before: language.say(`eligibility.${before}`),
    after: language.say(`eligibility.${after}`),
  });
  return [told, ...steps];
}

/** Which country is kept, and which one is missing. */
function countryKeptText(language: Language, { customer, partner, unsaid }: Whereabouts): string {
  const country = countryText(language, customer ?? partner ?? '');
  if (unsaid) return language.say('notice.countryKept', { country });
  return language.say(customer === undefined ? 'notice.countryKept.partner' : 'notice.countryKept.customer', {
    country,
  });
}

function noteTexts(language: Language, note: DialogNote, link: (link: Link) => string): readonly string[] {
  switch (note.kind) {
    case 'dropped': {
      const names = note.facts.map((fact) => language.say(`fact.${fact}.inList`));
      return [language.say('notice.dropped', { facts: language.all(names), count: names.length })];
    }
    case 'editionSet': {
      const edition = language.say(
        note.edition === undefined ? 'notice.edition.newest' : `edition.${note.edition}`,
      );
      return [language.say('notice.editionSet', { edition })];
    }
    case 'countryKept':
      return [countryKeptText(language, note.named)];
    case 'countryUnknown': {
      const said = quoted(note.said);
      return [language.say(said === '' ? 'notice.countryMissing' : 'notice.countryUnknown', { said })];
    }
    case 'onlyThis': {
      const [words = ''] = language.alternatives(`command.${note.command}`);
      return [language.say('notice.onlyThis', { words })];
    }
    case 'nextBegun': {
      const service = answerText(language, 'service', note.service);
      const { receipt } = note;
      return [
        language.sentences([
          language.say('notice.nextBegun', { service }),
          language.say('notice.receiptBefore', { receipt }),
        ]),
      ];
    }
    case 'caseBefore':
      return [language.say('notice.receiptBefore', { receipt: note.receipt })];
    case 'manySubscriptions':
      return [language.say('notice.manySubscriptions', { number: MOST_SUBSCRIPTIONS })];
    case 'receiptOpened':
      return receiptTexts(language, note);
    case 'answerChanged':
      return [changedTexts(language, note).join(PARAGRAPH)];
    case 'rules':
    case 'whyFact':
    case 'terms':
    case 'program':
    case 'fate':
    case 'notInPolicy':
      return [ruleTexts(language, note, link).join(PARAGRAPH)];
    default:
      return [language.say(`notice.${note.kind}`)];
  }
}

/** What did not work, or was not understood: it must not look like thanks. */
const PROBLEMS: ReadonlySet<DialogNote['kind']> = new Set([
  'stale',
  'foreign',
  'otherEdition',
  'badAction',
  'nothingToUndo',
  'manySubscriptions',
  'notUnderstood',
  'whichSubscription',
  'countryUnknown',
  'onlyThis',
  'tooLong',
  'noAttachments',
  'receiptMistyped',
  'notForgotten',
  'remindGone',
  'caseTooEarly',
  'caseNotHere',
  'caseFull',
  'caseGone',
  'caseNotJoined',
  'caseNotDone',
]);

/** What is told beside the view: on the card, and the same in plain text. */
export interface NoteData {
  readonly text: string;
  readonly plain: string;
  readonly style: 'emphasis' | 'warning';
}

/** What is told beside the view, as the boxes above it. */
export function notesData(language: Language, notes: readonly DialogNote[]): readonly NoteData[] {
  return notes.flatMap((note) => {
    const plain = noteTexts(language, note, byTitle);
    const style = PROBLEMS.has(note.kind) ? 'warning' : 'emphasis';
    return noteTexts(language, note, markdown).map((text, at) => ({ text, plain: plain[at] ?? text, style }));
  });
}
