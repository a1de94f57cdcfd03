import { type ActionData, answerData, changeData, originData, plainData } from '../dialog/action.js';
import type { DialogNote } from '../dialog/view.js';
import type { Language } from '../language/language.js';
import type { InterviewView, Origin } from '../policy/conversation.js';
import type { Answer, FactId } from '../policy/facts.js';

/** Pieces that several cards show, as data for their templates. */
export interface Row {
  readonly label: string;
  readonly note: string;
  readonly mark: string;
  readonly style: 'emphasis' | 'accent';
  readonly data: ActionData;
}

export interface Button {
  readonly title: string;
  readonly data: ActionData;
}

export function answerText(language: Language, fact: FactId, value: Answer): string {
  return value === 'unknown' ? language.say('ui.unknown') : language.say(`option.${fact}.${value}`);
}

export function noteText(language: Language, note: DialogNote): string {
  switch (note.kind) {
    case 'dropped': {
      const names = note.facts.map((fact) => language.say(`fact.${fact}.name`));
      return language.say('notice.dropped', { facts: language.all(names), count: names.length });
    }
    case 'editionSet': {
      const edition = language.say(
        note.edition === undefined ? 'notice.edition.newest' : `edition.${note.edition}`,
      );
      return language.say('notice.editionSet', { edition });
    }
    default:
      return language.say(`notice.${note.kind}`);
  }
}

export function notesData(language: Language, notes: readonly DialogNote[]): readonly { text: string }[] {
  return notes.map((note) => ({ text: noteText(language, note) }));
}

/** Help and language are always there; back and start over wherever there is something to undo. */
export function navigation(
  language: Language,
  origin: Origin | undefined,
  answered: boolean,
): readonly Button[] {
  const undo = (action: 'back' | 'restart'): readonly Button[] =>
    origin !== undefined && answered
      ? [{ title: language.say(`ui.${action}`), data: originData(action, origin) }]
      : [];
  const menu = (action: 'help' | 'language'): Button => ({
    title: language.say(`ui.${action}`),
    data: plainData(action, origin),
  });
  return [...undo('back'), ...undo('restart'), menu('help'), menu('language')];
}

export interface AnswerRow {
  readonly name: string;
  readonly value: string;
  readonly title: string;
  readonly data: ActionData;
}

/** One changeable answer: what the fact is called, what was said (or assumed), and the tap that changes it. */
export function answerRow(language: Language, fact: FactId, value: string, origin: Origin): AnswerRow {
  const name = language.say(`fact.${fact}.name`);
  return {
    name,
    value,
    title: language.say('ui.change', { fact: name }),
    data: changeData(fact, origin),
  };
}

export function answerRows(language: Language, view: InterviewView): readonly AnswerRow[] {
  return view.answers.map(([fact, value]) =>
    answerRow(language, fact, answerText(language, fact, value), view.origin),
  );
}

/** A full-width row that gives an answer. */
export function optionRow(
  language: Language,
  fact: FactId,
  value: Answer,
  current: boolean,
  origin: Origin,
): Row {
  const note =
    value === 'unknown' ? language.say('ui.unknownNote') : language.maybe(`option.${fact}.${value}.note`);
  return {
    label: answerText(language, fact, value),
    note: (current ? language.say('ui.current') : note) ?? '',
    mark: current ? '✓' : '›',
    style: 'emphasis',
    data: answerData(fact, value, origin),
  };
}

/** A full-width row to tap. */
export function row(label: string, data: Row['data'], note = '', mark = '›'): Row {
  return { label, note, mark, style: 'emphasis', data };
}

/** The row that leads back to where the person is. */
export function proceed(language: Language, origin: Origin | undefined): Row {
  return row(language.say('notice.continue'), plainData('show', origin));
}
