import { answerData, changeData } from '../conversation/action.js';
import type { WhyScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Remedy } from '../policy/engine/why.js';
import { markdown, withAddress } from './cite.js';
import { becauseTexts, differenceTexts, groundText } from './guidance-text.js';
import { type Report, sayingSomething } from './report.js';
import { navigation, notedRow, proceed, type Row, row } from './rows.js';
import { todayText, verdictText } from './then-and-now.js';

/** A change somebody can bring about: one tap tries a single one out. */
function remedyRow(
  language: Language,
  { changes, eligibility }: Remedy,
  { origin }: WhyScreen,
): readonly Row[] {
  const [first, ...others] = changes;
  if (first === undefined) return [];
  const label = language.beside(changes.map((ground) => groundText(language, ground)));
  const data =
    others.length === 0 ? answerData(first.fact, first.option, origin) : changeData(first.fact, origin);
  return [notedRow(language, label, data, language.say(`eligibility.${eligibility}`))];
}

function comparison(language: Language, { compared }: WhyScreen): Pick<Report, 'folded'> {
  if (compared === undefined) return {};
  const edition = language.say(`edition.${compared.edition}`);
  return {
    folded: {
      title: language.say('why.compared', { edition }),
      lines: differenceTexts(language, compared.difference),
    },
  };
}

/** Why the guidance is what it is, why not what was hoped for, and what would change it. */
export function whyReport(language: Language, screen: WhyScreen): Report {
  const { guidance, explanation, origin } = screen;
  const eligibility = verdictText(language, guidance);
  const { whyNot, remedies } = explanation;
  const open = guidance.dependsOn.map(({ fact }) => language.say(`fact.${fact}.inList`));
  const turnsOn =
    guidance.eligibility === 'depends' ? [language.say('why.open', { facts: language.all(open) })] : [];
  const impossible = whyNot !== undefined && remedies.length === 0 ? [language.say('why.noRemedy')] : [];
  return {
    title: language.say('why.title', { eligibility }),
    text: language.sentences([todayText(language, guidance), ...turnsOn]),
    sections: sayingSomething(
      {
        heading: language.say('why.because'),
        lines: [],
        rows: explanation.because.map((ground) =>
          row(groundText(language, ground), changeData(ground.fact, origin), '✎'),
        ),
      },
      {
        heading: language.say('why.reasons'),
        lines: becauseTexts(language, guidance, markdown),
        plain: becauseTexts(language, guidance, (link) => withAddress(language, link)),
        rows: [],
      },
      {
        heading:
          whyNot === undefined
            ? ''
            : language.say('why.whyNot', { eligibility: language.say(`eligibility.${whyNot.verdict}`) }),
        lines: whyNot?.because.map((ground) => groundText(language, ground)) ?? [],
        rows: [],
      },
      {
        heading: language.say('why.remedies'),
        lines: impossible,
        rows: remedies.flatMap((remedy) => remedyRow(language, remedy, screen)),
      },
    ),
    ...comparison(language, screen),
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}
