import type { DialogNote, ReceiptNote } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Difference } from '../policy/compare/difference.js';
import type { EditionId } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { onlyThere } from './guidance-text.js';

/** What another edition no longer says, and what it says newly. */
function differing(language: Language, { gone, added }: Difference): readonly string[] {
  return [
    ...onlyThere(language, gone).map((text) => language.say('notice.receiptGone', { text })),
    ...onlyThere(language, added).map((text) => language.say('notice.receiptAdded', { text })),
  ];
}

/** How an answer that is no longer today's is told: it never was one for another cloud. */
function changeKey(edition: EditionId, { edition: today, difference }: NonNullable<ReceiptNote['changed']>) {
  if (EDITIONS[edition].family !== EDITIONS[today].family) return 'notice.receiptCloud';
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
  if (changed === undefined) return [`${opened} ${language.say('notice.receiptTrue')}`, ...kept];
  const { difference } = changed;
  const now = language.say(changeKey(edition, changed), {
    edition: language.say(`edition.${changed.edition}`),
    eligibility: language.say(`eligibility.${difference.after}`),
  });
  const open = changed.turnsOn.map((fact) => language.say(`fact.${fact}.name`));
  const turnsOn = open.length === 0 ? [] : [language.say('why.open', { facts: language.all(open) })];
  return [`${opened} ${now}`, ...turnsOn, ...differing(language, difference), ...kept];
}

function noteTexts(language: Language, note: DialogNote): readonly string[] {
  switch (note.kind) {
    case 'dropped': {
      const names = note.facts.map((fact) => language.say(`fact.${fact}.name`));
      return [language.say('notice.dropped', { facts: language.all(names), count: names.length })];
    }
    case 'editionSet': {
      const edition = language.say(
        note.edition === undefined ? 'notice.edition.newest' : `edition.${note.edition}`,
      );
      return [language.say('notice.editionSet', { edition })];
    }
    case 'receiptOpened':
      return receiptTexts(language, note);
    default:
      return [language.say(`notice.${note.kind}`)];
  }
}

/** What is told beside the view, as the boxes above it. */
export function notesData(language: Language, notes: readonly DialogNote[]): readonly { text: string }[] {
  return notes.flatMap((note) => noteTexts(language, note)).map((text) => ({ text }));
}
