import { originData, plainData } from '../conversation/action.js';
import type { ForgetScreen, KnownCases, KnownScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { MessageKey } from '../language/message-keys.js';
import { countryText } from '../language/places/places-text.js';
import { caseName } from './letter.js';
import type { Report } from './report.js';
import { answerText, navigation, proceed, row } from './rows.js';

/** A country that was named. */
function namedLine(language: Language, key: MessageKey, code: string | undefined): readonly string[] {
  if (code === undefined) return [];
  return [language.say('ui.answerLine', { fact: language.say(key), answer: countryText(language, code) })];
}

/** The countries that were named in this interview, each on a line. */
function namedLines(language: Language, places: KnownScreen['places']): readonly string[] {
  if (places === undefined || places.lastTime) return [];
  const whose = places.unsaid === true;
  return [
    ...namedLine(language, whose ? 'places.country' : 'places.customer', places.customer),
    ...namedLine(language, whose ? 'places.country' : 'places.partner', places.partner),
  ];
}

/** The cases somebody keeps, each by what it is called. */
function caseLines(language: Language, { named, days }: KnownCases): readonly string[] {
  const lines = named.map((each) => caseName(language, each));
  return [...lines, language.say('privacy.casesKept', { days })];
}

/** Everything that is kept of the person who asks, and how to have it deleted. */
export function knownReport(
  language: Language,
  { answers, asker, home, places, later, days, cases, origin }: KnownScreen,
): Report {
  const said = (pairs: KnownScreen['answers']): readonly string[] =>
    pairs.map(([fact, value]) =>
      language.say('ui.answerLine', {
        fact: language.say(`fact.${fact}.name`),
        answer: answerText(language, fact, value),
      }),
    );
  const lines = [...said(answers), ...namedLines(language, places)];
  const own = [...said(asker), ...namedLine(language, 'places.partner', home)];
  return {
    title: language.say('privacy.title'),
    sections: [
      {
        heading: '',
        lines: [
          language.say('privacy.language', { language: language.say('language.self') }),
          language.say('privacy.desk'),
          language.say('privacy.transcript'),
          language.say('privacy.nothingElse'),
          language.say('privacy.kept', { days }),
        ],
      },
      {
        heading: language.say('privacy.answers'),
        lines: lines.length === 0 ? [language.say('privacy.noAnswers')] : lines,
      },
      ...later.map((each) => ({ heading: language.say('privacy.later'), lines: said(each) })),
      ...(own.length === 0 ? [] : [{ heading: language.say('privacy.asker'), lines: own }]),
      ...(cases === undefined
        ? []
        : [{ heading: language.say('privacy.cases'), lines: caseLines(language, cases) }]),
    ],
    options: [row(language.say('privacy.forget'), plainData('forget', origin)), proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}

/** Asked before anything is deleted, because it cannot be undone. Who types the very words of the answer has read it. */
export function forgetReport(language: Language, { origin }: ForgetScreen): Report {
  const yes = language.say('privacy.confirmYes');
  return {
    title: language.say('privacy.confirmTitle'),
    text: language.say('privacy.confirmText'),
    sections: [{ heading: '', lines: [language.say('privacy.confirmTyped', { words: yes })] }],
    options: [row(yes, originData('forgetNow', origin)), proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}
