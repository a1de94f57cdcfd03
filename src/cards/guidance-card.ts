import { askCustomerData, changeData, plainData } from '../conversation/action.js';
import type { GuidanceView } from '../conversation/interview/state.js';
import type { DialogNote } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { articleOf, type Guidance } from '../policy/engine/guidance.js';
import { isAskable } from '../policy/facts.js';
import type { PageId } from '../policy/pages.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseByCase, citedAsShown, groupLines } from './case-groups.js';
import { citationText, type Link, linkTitle, markdown, pageLink } from './cite.js';
import { changeTexts, roleText, statementText } from './guidance-text.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import {
  type AnswerRow,
  answerRow,
  answerRows,
  answerText,
  navigation,
  nextRows,
  opinionRows,
  type QuietRow,
  quietButton,
  type Row,
  row,
} from './rows.js';
import { expand } from './template.js';
import { asOfThen, headOf, stepsTitle, todayRows, todayText } from './then-and-now.js';

/** The card has room for this many link buttons beside its navigation (six actions in all). */
const LINK_BUTTONS = 2;

export function lead(language: Language, { eligibility, reasons, dependsOn, certain }: Guidance): string {
  if (eligibility === 'depends') {
    const facts = dependsOn.map(({ fact }) => language.say(`fact.${fact}.name`));
    return language.say('ui.dependsLead', { facts: language.all(facts) });
  }
  const [first] = reasons;
  return first === undefined
    ? ''
    : statementText(language, `reason.${first.id}`, { ...first, certain: certain && first.certain });
}

/** A row that drafts a message to the customer, where the customer can know what is missing. */
function askCustomer(language: Language, { guidance: { dependsOn }, origin }: GuidanceView): readonly Row[] {
  if (!dependsOn.some(({ fact }) => isAskable(fact))) return [];
  const label = language.say('ui.askCustomer');
  return [row(label, askCustomerData(undefined, origin))];
}

function dependencies(language: Language, view: GuidanceView, use: CardUse) {
  return view.guidance.dependsOn.map((dependency) => ({
    name: language.say(`fact.${dependency.fact}.question`),
    hint: language.say(`fact.${dependency.fact}.hint`),
    mark: use === 'own' ? '›' : '',
    data: changeData(dependency.fact, view.origin),
  }));
}

/** The pages of the guidance, the article itself last. */
function links(
  language: Language,
  { links: pages, edition }: Guidance,
): readonly (Link & { short: string })[] {
  const all = [...new Set<PageId>([...pages, articleOf(edition)])];
  return all.map((page) => {
    const link = pageLink(language, page);
    const short = language.maybe(`link.${page}`);
    return { ...link, short: short === undefined ? link.title : linkTitle(language, page, short) };
  });
}

function answers(language: Language, view: GuidanceView): readonly AnswerRow[] {
  const assumed = view.guidance.assumed.map(({ fact, option }) => {
    const answer = answerText(language, fact, option);
    return answerRow(language, fact, language.say('ui.assumed', { answer }), view.origin);
  });
  return [...answerRows(language, view), ...assumed];
}

export function editionLine(language: Language, guidance: Guidance): string {
  const { edition, citations } = guidance;
  const read =
    citations
      .map((citation) => citation.read)
      .sort((a, b) => (a < b ? -1 : 1))
      .at(-1) ?? '';
  const line = language.say('ui.editionLine', {
    edition: language.say(`edition.${edition}`),
    date: language.date(read),
    count: citations.length,
  });
  return `${line} · ${language.say('ui.receipt', { receipt: receiptOf(guidance) })}`;
}

/** What the card says outside of groups: where there are several, each has all of its own, and to find out is an offer. */
function apart({ reasons, steps, cautions, groups }: Guidance) {
  const [, ...others] = reasons;
  if (groups.length > 1) return { reasons: [], steps: [], cautions: [] };
  return { reasons: others, steps: steps.filter(({ id }) => id !== 'findOut'), cautions };
}

/** What else can be done with guidance, quieter than what it says. */
function quietRows(language: Language, { origin }: GuidanceView): readonly QuietRow[] {
  return [
    ...opinionRows(language, origin),
    { left: quietButton(language, 'call', origin), right: quietButton(language, 'person', origin) },
  ];
}

/** Whose card it is: one's own, to act on, or one that is shown to others, to read. */
type CardUse = 'own' | 'shared';

/** Everything the guidance card says, as text: the template lays it out, the plain text reads it out. */
function content(language: Language, view: GuidanceView, notes: readonly DialogNote[], use: CardUse) {
  const { guidance } = view;
  const pages = links(language, guidance);
  const { reasons, steps, cautions } = apart(guidance);
  const cases = caseByCase(language, guidance);
  const cited = citedAsShown(guidance, cases);
  const open = guidance.steps.find(({ id }) => id === 'findOut');
  return {
    notes: notesData(language, notes),
    header: {
      ...headOf(language, guidance),
      today: todayText(language, guidance),
      lead: asOfThen(language, guidance, lead(language, guidance)),
    },
    today: use === 'own' ? todayRows(language, guidance, view.origin) : [],
    reasons: reasons.map((reason) => ({ text: statementText(language, `reason.${reason.id}`, reason) })),
    dependsTitle: language.say('ui.dependsOn'),
    dependsOn: dependencies(language, view, use),
    askCustomer: use === 'own' ? askCustomer(language, view) : [],
    why: { title: use === 'own' ? language.say('ui.why') : '', data: plainData('why', view.origin) },
    stepsTitle: stepsTitle(language, guidance, 'ui.steps'),
    steps: steps.map((step, index) => ({
      number: `${index + 1}`,
      text: statementText(language, `step.${step.id}`, step),
      who: roleText(language, step),
      role: `${roleText(language, step)} · ${markdown({ ...pageLink(language, step.page), title: linkTitle(language, step.page, language.say('ui.howTo')) })}`,
    })),
    ...cases,
    findOut: open === undefined ? '' : statementText(language, `step.${open.id}`, open),
    cautionsTitle: language.say('ui.cautions'),
    cautions: cautions.map((caution) => ({
      text: statementText(language, `caution.${caution.id}`, caution),
    })),
    changesTitle: language.say('ui.changes'),
    changes: changeTexts(language, guidance).map((text) => ({ text })),
    answersTitle: language.say('ui.answers'),
    answers: answers(language, view).map((each) => (use === 'own' ? each : { ...each, mark: '' })),
    // The arrow says that the button leads away from the conversation.
    links: pages.slice(0, LINK_BUTTONS).map(({ short, url }) => ({ title: `${short} ↗`, url })),
    moreLinks: pages.slice(LINK_BUTTONS).map(markdown).join(' · '),
    editionLine: editionLine(language, cited),
    sources: cited.citations.map((citation) => ({ text: citationText(language, citation, markdown) })),
    next: use === 'own' ? nextRows(language, view) : [],
    quiet: use === 'own' ? quietRows(language, view) : [],
    nav: navigation(language, view.origin, true),
  };
}

type Content = ReturnType<typeof content>;

function plain(language: Language, said: Content, guidance: Guidance): string {
  const step = ({ number, text, who }: Content['steps'][number]): string =>
    language.say('ui.stepBy', { text: language.say('ui.listNumber', { number, text }), who });
  const under = (title: string, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [title, ...items];
  return lines(
    ...said.notes.map(({ plain }) => plain),
    said.header.title,
    said.header.today,
    said.header.lead,
    ...said.reasons.map(({ text }) => text),
    ...groupLines(said),
    ...under(said.stepsTitle, [
      ...said.differing.before.map(({ text }) => text),
      ...said.steps.map(step),
      ...said.differing.after.map(({ text }) => text),
    ]),
    ...under(
      said.cautionsTitle,
      said.cautions.map(({ text }) => text),
    ),
    ...under(
      said.dependsTitle,
      [said.findOut, ...said.dependsOn.flatMap(({ name, hint }) => [name, hint])].filter(
        (each) => each !== '',
      ),
    ),
    ...under(
      said.changesTitle,
      said.changes.map(({ text }) => text),
    ),
    ...under(
      said.answersTitle,
      said.answers.map(({ name, value }) => `${name}: ${value}`),
    ),
    ...under(
      language.say('ui.links'),
      links(language, guidance).map(({ title, url }) => `${title}: ${url}`),
    ),
    said.editionLine,
    ...said.next.map(({ mark, label }) => `${mark} ${label}`),
  );
}

/** The answer: eligibility first, in words, icon and colour; then why, what to do, and what to mind. */
export function guidanceMessage(
  language: Language,
  view: GuidanceView,
  notes: readonly DialogNote[],
  use: CardUse = 'own',
): Message {
  const said = content(language, view, notes, use);
  const text = plain(language, said, view.guidance);
  return { card: expand('guidance', { lang: language.base, plain: text, ...said }), text };
}
