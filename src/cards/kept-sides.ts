import type { ActionData } from '../conversation/action.js';
import { type CaseDeed, INVITED, type PlainCaseDeed } from '../conversation/case-deed.js';
import type { CaseFace, ShownCase } from '../conversation/case-screen.js';
import { caseTap } from '../conversation/case-taps.js';
import type { Origin } from '../conversation/interview/state.js';
import { DAY_FIELDS, HOUR_FIELD, LABEL_FIELD } from '../conversation/parse-case.js';
import type { Language } from '../language/language.js';
import { subscriptionNames } from './case-text.js';
import type { KeptContent } from './kept-card.js';
import { caseName } from './letter.js';
import { quoted } from './quote.js';
import { type Button, notedRow, proceed, type Row, row } from './rows.js';
import { textBox } from './text-box.js';

/** The sides of a kept case: its dates, its reminders, its name, with whom it is shared, and its end. */

type Face<K extends CaseFace['kind']> = Extract<CaseFace, { readonly kind: K }>;
type WordKey = Parameters<Language['say']>[0];

/** A tap that sends what was filled in along with it. */
function fieldsData(what: 'keep' | 'name' | 'setDays' | 'setHour', id: string, origin: Origin): ActionData {
  const { from, edition } = caseTap({ what: 'list' }, origin);
  return {
    action: 'case',
    what,
    ...(id === '' ? {} : { case: id }),
    ...(from === undefined ? {} : { from }),
    ...(edition === undefined ? {} : { edition }),
  };
}

function aboutRow(language: Language, key: WordKey, what: PlainCaseDeed, id: string, origin: Origin): Row {
  return row(language.say(key), caseTap({ what, case: id }, origin));
}

function back(language: Language, { id }: { readonly id: string }, origin: Origin): Row {
  return aboutRow(language, 'kept.back', 'open', id, origin);
}

/** What the case of now is to be called. */
export function keepAsContent(language: Language, { written }: Face<'keepAs'>, origin: Origin): KeptContent {
  return {
    title: language.say('kept.keep'),
    texts: [language.say(written ? 'kept.askText' : 'kept.askTextListed'), language.say('kept.nobody')],
    fields: [{ id: LABEL_FIELD, label: language.say('kept.label'), value: '' }],
    buttons: [{ title: language.say('kept.doKeep'), data: fieldsData('keep', '', origin) }],
    options: [proceed(language, origin)],
  };
}

function dates(language: Language, kept: ShownCase, origin: Origin): KeptContent {
  const names = subscriptionNames(language, kept.plan.answers);
  const steps = kept.ticks.map(({ step, day }) => ({
    id: `${DAY_FIELDS.step}${step}`,
    label: language.say(`step.${step}`),
    value: day,
  }));
  const ending = kept.plan.plan.guidances.flatMap(({ cautions }, at) =>
    cautions.some(({ id }) => id === 'extendedServiceTerm') ? [at] : [],
  );
  const terms = ending.map((at) => ({
    id: `${DAY_FIELDS.term}${at}`,
    label: language.say('kept.term', { subscription: names[at]?.full ?? '' }),
    value: kept.terms.find(({ subscription }) => subscription === at)?.day ?? '',
  }));
  const days = [...terms, ...steps];
  return {
    title: language.say('kept.dates'),
    texts: [language.say(days.length === 0 ? 'kept.noDates' : 'kept.datesText')],
    days,
    buttons:
      days.length === 0
        ? []
        : [{ title: language.say('kept.save'), data: fieldsData('setDays', kept.id, origin) }],
    options: [back(language, kept, origin)],
  };
}

function settings(language: Language, kept: ShownCase, origin: Origin): KeptContent {
  const { on, blocked, reached, atReturn, hour } = kept.reminding;
  const toggle = (key: WordKey, isOn: boolean, turnOn: PlainCaseDeed, turnOff: PlainCaseDeed): Row =>
    notedRow(
      language,
      language.say(key),
      caseTap({ what: isOn ? turnOff : turnOn, case: kept.id }, origin),
      language.say(isOn ? 'kept.on' : 'kept.off'),
      isOn ? '✓' : '○',
    );
  const choices = Array.from({ length: 24 }, (_, each) => ({
    title: language.hour(each),
    value: String(each),
  }));
  const hours = [{ id: HOUR_FIELD, label: language.say('kept.hour'), value: String(hour), choices }];
  return {
    title: language.say('kept.settings'),
    texts: [
      ...(blocked === undefined ? [] : [language.say('kept.blocked', { day: language.date(blocked) })]),
      ...(reached ? [] : [language.say(atReturn ? 'kept.atReturn' : 'kept.notWritten')]),
    ],
    sections: [
      {
        heading: '',
        rows: [
          toggle('kept.remindOn', on, 'remind', 'unremind'),
          toggle('kept.watchOn', kept.watched, 'watch', 'unwatch'),
        ],
      },
    ],
    hours: reached ? hours : [],
    buttons: reached
      ? [{ title: language.say('kept.save'), data: fieldsData('setHour', kept.id, origin) }]
      : [],
    options: [back(language, kept, origin)],
  };
}

function rename(language: Language, kept: ShownCase, origin: Origin): KeptContent {
  return {
    title: language.say('kept.rename'),
    texts: [language.say('kept.nobody')],
    fields: [{ id: LABEL_FIELD, label: language.say('kept.label'), value: quoted(kept.label) }],
    buttons: [{ title: language.say('kept.save'), data: fieldsData('name', kept.id, origin) }],
    options: [back(language, kept, origin)],
  };
}

function remove(language: Language, kept: ShownCase, origin: Origin): KeptContent {
  return {
    title: language.say('kept.deleteTitle'),
    texts: [caseName(language, kept), language.say(kept.shared ? 'kept.deleteShared' : 'kept.deleteText')],
    options: [
      aboutRow(language, 'kept.deleteYes', 'deleteNow', kept.id, origin),
      back(language, kept, origin),
    ],
  };
}

function share(language: Language, kept: ShownCase, origin: Origin): KeptContent {
  const code = language.say('ui.receipt', { receipt: kept.plan.receipt });
  return {
    title: language.say('kept.share'),
    texts: [language.say('kept.shareText')],
    box: textBox(language, code, [kept.plan.receipt], origin),
    options: [
      aboutRow(language, 'kept.invite', 'invite', kept.id, origin),
      aboutRow(language, 'kept.unshare', 'unshare', kept.id, origin),
      back(language, kept, origin),
    ],
  };
}

/** One side of a case. */
export function caseSideContent(
  language: Language,
  { kind, case: kept }: Face<'dates' | 'settings' | 'rename' | 'delete' | 'share'>,
  origin: Origin,
): KeptContent {
  const sides = { dates, settings, rename, delete: remove, share };
  return sides[kind](language, kept, origin);
}

/** Lets others join: in a group a button for all of them, elsewhere a line to hand on. */
export function invitationContent(
  language: Language,
  { case: kept, invitation, group }: Face<'invitation'>,
  origin: Origin,
): KeptContent {
  const join: CaseDeed = { what: 'join', text: invitation };
  if (group) {
    const button: Button = { title: language.say('kept.join'), data: caseTap(join, undefined) };
    return {
      title: language.say('kept.invitation'),
      texts: [caseName(language, kept), language.say('kept.groupText')],
      nav: [button],
    };
  }
  return {
    title: language.say('kept.invitation'),
    texts: [caseName(language, kept), language.say('kept.invitationText')],
    box: textBox(language, language.say('kept.invitation'), [`${INVITED}${invitation}`], origin),
    options: [back(language, kept, origin)],
  };
}

/** The way to all cases on a page of their own: a link for the browser, and the same as a code for the tab in Teams. */
export function pageContent(
  language: Language,
  { code, tab }: Face<'page'>,
  origin: Origin,
  address: string | undefined,
): KeptContent {
  const page = `/?mode=cases&with=code&locale=${language.tag}#${code}`;
  return {
    title: language.say('kept.page'),
    texts: [
      language.say('kept.pageText'),
      ...(tab ? [language.say('kept.pageTab')] : []),
      language.say('kept.pageOnce'),
    ],
    links: address === undefined ? [] : [{ title: language.say('kept.pageOpen'), url: `${address}${page}` }],
    ...(tab ? { box: textBox(language, language.say('kept.pageCode'), [code], origin) } : {}),
    options: [row(language.say('kept.mine'), caseTap({ what: 'list' }, origin))],
  };
}

/** The files of a case: links where the address of the bot is known, or else what a page of ours downloads. */
export function exportContent(
  language: Language,
  { case: kept, files }: Face<'export'>,
  origin: Origin,
  address: string | undefined,
): KeptContent {
  const { json, csv, ics } = files;
  const all = [
    { title: language.say('kept.csv'), path: csv },
    { title: language.say('kept.json'), path: json },
    ...(ics === undefined ? [] : [{ title: language.say('kept.ics'), path: ics }]),
  ];
  const shown =
    address === undefined
      ? {
          downloads: {
            buttons: all.map(({ title, path }) => ({
              title,
              data: { ...caseTap({ what: 'export', case: kept.id }, origin), page: 'download', path },
            })),
            instead: language.say('kept.noLinks'),
          },
        }
      : { links: all.map(({ title, path }) => ({ title, url: `${address}${path}` })) };
  return {
    title: language.say('kept.export'),
    texts: [
      caseName(language, kept),
      ...(address === undefined ? [] : [language.say('kept.exportLinks')]),
      language.say('kept.exportText'),
      ...(ics === undefined ? [language.say('kept.noIcs')] : []),
    ],
    ...shown,
    options: [back(language, kept, origin)],
  };
}
