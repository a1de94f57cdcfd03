import { plainData, sayData, setEditionData, setLanguageData } from '../conversation/action.js';
import { caseTap } from '../conversation/case-taps.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Screen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { EDITION_IDS } from '../policy/edition.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { type Button, navigation, notedRow, proceed, type Row, row } from './rows.js';
import { expand, type TemplateName } from './template.js';

/** Welcome, help, language, edition and failure: a title, a sentence, and rows to tap. */
interface Menu {
  readonly template: TemplateName;
  readonly title: string;
  readonly text: string;
  readonly rows: readonly Row[];
  /** Sentences that could be typed, and what is said above them. */
  readonly examples?: { readonly lead: string; readonly rows: readonly Row[] };
  readonly nav: readonly Button[];
}

type MenuScreen = Extract<Screen, { kind: 'welcome' | 'help' | 'languages' | 'editions' | 'failure' }>;

/** What people say often, in words of their own. */
const EXAMPLES = ['licenses', 'azure', 'china'] as const;

function exampleRow(language: Language, example: (typeof EXAMPLES)[number]): Row {
  const sentence = language.say(`welcome.example.${example}`);
  return row(language.quoted(sentence), sayData(sentence));
}

function welcome(language: Language): Menu {
  return {
    template: 'welcome',
    title: language.say('welcome.title'),
    text: language.say('welcome.text'),
    rows: [notedRow(language, language.say('ui.start'), plainData('show'), language.say('ui.startNote'))],
    examples: {
      lead: language.say('welcome.orType'),
      rows: EXAMPLES.map((example) => exampleRow(language, example)),
    },
    nav: navigation(language, undefined, false),
  };
}

function help(language: Language, origin: Origin | undefined): Menu {
  return {
    template: 'notice',
    title: language.say('notice.help.title'),
    text: language.say('notice.help.text'),
    rows: [
      proceed(language, origin),
      row(language.say('ui.language'), plainData('language', origin)),
      row(language.say('ui.editions'), plainData('edition', origin)),
      row(language.say('ui.call'), plainData('call', origin)),
      row(language.say('ui.person'), plainData('person', origin)),
      row(language.say('kept.mine'), caseTap({ what: 'list' }, origin)),
      row(language.say('privacy.title'), plainData('known', origin)),
    ],
    nav: [],
  };
}

function languages(language: Language, origin: Origin | undefined): Menu {
  return {
    template: 'notice',
    title: language.say('notice.language.title'),
    text: language.say('notice.language.text'),
    rows: [
      ...LANGUAGE_TAGS.map((tag) =>
        row(
          LANGUAGES[tag].say('language.self'),
          setLanguageData(tag, origin),
          tag === language.tag ? '✓' : '›',
        ),
      ),
      proceed(language, origin),
    ],
    nav: [],
  };
}

function editions(language: Language, { origin }: Extract<Screen, { kind: 'editions' }>): Menu {
  const mark = (edition: string | undefined): string => (edition === origin.edition ? '✓' : '›');
  return {
    template: 'notice',
    title: language.say('notice.edition.title'),
    text: language.say('notice.edition.text'),
    rows: [
      notedRow(
        language,
        language.say('notice.edition.newest'),
        setEditionData(undefined, origin),
        language.say('notice.edition.newest.note'),
        mark(undefined),
      ),
      ...EDITION_IDS.map((id) => row(language.say(`edition.${id}`), setEditionData(id, origin), mark(id))),
      proceed(language, origin),
    ],
    nav: [],
  };
}

function failure(language: Language, full: boolean, origin: Origin | undefined): Menu {
  return {
    template: 'notice',
    title: language.say(full ? 'notice.full.title' : 'notice.error.title'),
    text: language.say(full ? 'notice.full.text' : 'notice.error.text'),
    rows: [proceed(language, origin)],
    nav: [],
  };
}

function menu(language: Language, screen: MenuScreen, origin: Origin | undefined): Menu {
  switch (screen.kind) {
    case 'welcome':
      return welcome(language);
    case 'help':
      return help(language, origin);
    case 'languages':
      return languages(language, origin);
    case 'editions':
      return editions(language, screen);
    case 'failure':
      return failure(language, screen.full === true, origin);
  }
}

export function menuMessage(
  language: Language,
  screen: MenuScreen,
  notes: readonly DialogNote[],
  origin: Origin | undefined,
): Message {
  const { template, title, text, rows, examples, nav } = menu(language, screen, origin);
  const said = notesData(language, notes);
  const plain = lines(
    ...said.map((note) => note.plain),
    title,
    text,
    ...rows.map(({ label }) => `• ${label}`),
    ...(examples === undefined ? [] : [examples.lead, ...examples.rows.map(({ label }) => `• ${label}`)]),
  );
  const offered = examples && { lead: examples.lead, examples: examples.rows };
  const card = expand(template, {
    lang: language.base,
    plain,
    notes: said,
    title,
    // What went wrong looks like it, and not like thanks.
    problem: screen.kind === 'failure' ? title : '',
    text,
    options: rows,
    ...offered,
    nav,
  });
  return { card, text: plain };
}
