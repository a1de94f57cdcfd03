import { changeData, originData, plainData } from '../conversation/action.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { GuidanceView } from '../conversation/interview/shown.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { foremost } from '../policy/engine/foremost.js';
import { articleOf, type Guidance } from '../policy/engine/guidance.js';
import type { PageId } from '../policy/pages.js';
import { receiptOf } from '../receipt/receipt.js';
import { caseByCase, citedAsShown, foldedCases, groupLines } from './case-groups.js';
import { citationText, type Link, linkTitle, markdown, pageLink, withAddress } from './cite.js';
import { codeLine, policyText } from './edition-line.js';
import { askCustomerRows, givenRows, moreTitle, quietRows, stepRows } from './guidance-rows.js';
import { changeTexts, statementText } from './guidance-text.js';
import { lines, type Message } from './message.js';
import { notesData } from './notes.js';
import { anotherButtons, nextRows } from './rows.js';
import { THINGS_TO_TAKE, takeAlong } from './take-along.js';
import { tapsLeft } from './taps-left.js';
import { expand } from './template.js';
import { asOfThen, headOf, stepsTitle, todayRows, todayText } from './then-and-now.js';

/** The card has room for this many link buttons beside its navigation (six actions in all). */
const LINK_BUTTONS = 2;

export function lead(language: Language, { eligibility, reasons, dependsOn, certain }: Guidance): string {
  if (eligibility === 'depends') {
    const facts = dependsOn.map(({ fact }) => language.say(`fact.${fact}.inList`));
    return language.say('ui.dependsLead', { facts: language.all(facts) });
  }
  const [first] = reasons;
  return first === undefined
    ? ''
    : statementText(language, `reason.${first.id}`, { ...first, certain: certain && first.certain });
}

function dependencies(language: Language, view: GuidanceView, use: CardUse) {
  return view.guidance.dependsOn.map(({ fact }) => {
    const name = language.say(`fact.${fact}.question`);
    const hint = language.say(`fact.${fact}.hint`);
    const mark = use === 'own' ? '›' : '';
    return {
      name,
      hint,
      spoken: language.sentences([name, hint]),
      mark,
      data: changeData(fact, view.origin),
    };
  });
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

/** What the card says outside of groups: where there are several, each has all of its own, and to find out is an offer. */
function apart({ reasons, steps, cautions, groups }: Guidance) {
  const [, ...others] = reasons;
  if (groups.length > 1) return { reasons: [], steps: [], cautions: [] };
  return { reasons: others, steps: steps.filter(({ id }) => id !== 'findOut'), cautions };
}

/** The title of a row that opens what it counts. */
function folded(language: Language, title: string, { length }: readonly unknown[]): string {
  return length === 0 ? '' : language.say('ui.folded', { title, count: length });
}

const isChange = ({ kind }: DialogNote): boolean => kind === 'answerChanged';

/** Whose card it is: one's own, to act on, or one that is shown to others, to read. */
type CardUse = 'own' | 'shared';

/** Everything the guidance card says, as text: the template lays it out, the plain text reads it out. */
function content(
  language: Language,
  view: GuidanceView,
  notes: readonly DialogNote[],
  use: CardUse,
  address: string | undefined,
  keeping: View['keeping'],
) {
  const { guidance, origin } = view;
  const isOwn = use === 'own';
  const pages = links(language, guidance);
  const { reasons, steps, cautions } = apart(guidance);
  const { first, others: otherCautions } = foremost(cautions);
  const cautionRow = (caution: (typeof cautions)[number]) => ({
    text: statementText(language, `caution.${caution.id}`, caution),
  });
  const cases = foldedCases(language, caseByCase(language, guidance));
  const cited = citedAsShown(guidance, cases);
  const open = guidance.steps.find(({ id }) => id === 'findOut');
  const shown = {
    today: isOwn ? todayRows(language, guidance, origin) : [],
    askCustomer: isOwn ? askCustomerRows(language, view) : [],
    next: isOwn && view.next !== undefined ? nextRows(language, view) : [],
    cautions: otherCautions.map(cautionRow),
    answers: givenRows(language, view).map((each) => (isOwn ? each : { ...each, mark: '' })),
    sources: cited.citations.map((citation) => ({ text: citationText(language, citation, markdown) })),
    takeAlong: isOwn ? [takeAlong(language, receiptOf(guidance), origin, address)] : [],
    quiet: isOwn ? quietRows(language, view, { keeping }) : [],
    // While it depends, the way on is to find out.
    nav:
      isOwn && guidance.eligibility !== 'depends'
        ? [{ title: language.say('ui.nextCustomer'), data: originData('restart', origin) }]
        : [],
  };
  const folds = [
    shown.cautions,
    shown.answers,
    shown.sources,
    shown.takeAlong,
    shown.quiet,
    cases.moreGroups,
  ];
  const casesToOpen = cases.groups.filter(({ fold }) => fold !== '');
  // To add another subscription can wait where the card is full.
  const another = isOwn ? anotherButtons(language, view) : [];
  const isCrowded =
    another.length > 0 &&
    view.among === undefined &&
    tapsLeft([shown.next, shown.nav, casesToOpen, shown.today.slice(0, 1)], folds) < 2;
  const nav = isCrowded ? shown.nav : [...another, ...shown.nav];
  const others = [shown.next, nav, casesToOpen];
  // A message to the customer is among what can be taken along as well.
  const today = tapsLeft([...others, shown.today], folds) > 0 ? shown.today : shown.today.slice(0, 1);
  const askCustomerRow = tapsLeft([...others, today], folds) > 0 ? shown.askCustomer : [];
  const rows = [...others, today, askCustomerRow];
  const hasOwnLetter = [...today, ...askCustomerRow].some(({ data }) => data.action === 'askCustomer');
  const isLinked = address !== undefined && tapsLeft(rows, folds) > 0;
  const room = tapsLeft([...rows, isLinked ? [address] : []], folds);
  const openFacts = dependencies(language, view, use);
  const tapped = openFacts.slice(0, room);
  // What is asked again above its answers stands there: “I don’t know” need not be read twice.
  const isAskedAgain = (fact: string | undefined): boolean => tapped.some(({ data }) => data.fact === fact);
  const given = shown.answers.filter(({ data }) => !isAskedAgain(data.fact));
  return {
    ...shown,
    nav,
    quiet: isOwn ? quietRows(language, view, { crowded: isCrowded, keeping }) : [],
    answers: given,
    // What has a row of its own need not be offered twice.
    takeAlong: shown.takeAlong.map((things) => ({
      ...things,
      letters: hasOwnLetter ? [] : [0],
    })),
    today,
    askCustomer: askCustomerRow,
    notes: notesData(
      language,
      notes.filter((note) => !isChange(note)),
    ),
    // What another answer has changed comes after the verdict that it came to.
    answerChanged: notesData(language, notes.filter(isChange)),
    header: {
      ...headOf(language, guidance),
      today: todayText(language, guidance),
      lead: asOfThen(language, guidance, lead(language, guidance)),
    },
    foremost: first === undefined ? [] : [cautionRow(first)],
    reasons: reasons.map((reason) => ({ text: statementText(language, `reason.${reason.id}`, reason) })),
    dependsTitle: language.say('ui.dependsOn'),
    dependsOn: tapped,
    dependsToo: openFacts.slice(tapped.length),
    why: { title: isOwn ? language.say('ui.why') : '', data: plainData('why', origin) },
    stepsTitle: stepsTitle(language, guidance, 'ui.steps'),
    steps: stepRows(language, steps, room - tapped.length),
    ...cases,
    findOut: open === undefined ? '' : statementText(language, `step.${open.id}`, open),
    cautionsTitle: language.say('ui.cautions'),
    cautionsFold: folded(language, language.say('ui.cautions'), shown.cautions),
    changesTitle: language.say('ui.changes'),
    changes: changeTexts(language, guidance).map((text) => ({ text })),
    answersTitle: language.say('ui.answers'),
    answersFold: folded(language, language.say('ui.answers'), given),
    // The arrow says that the button leads away from the conversation.
    links: pages.slice(0, LINK_BUTTONS).map(({ short, url }) => ({ title: `${short} ↗`, url })),
    moreLinks: language.beside(pages.slice(LINK_BUTTONS).map(markdown)),
    sourcesFold: folded(language, language.say('ui.whyAndSources'), shown.sources),
    takeAlongFold: language.say('ui.folded', {
      title: language.say('ui.takeAlong'),
      count: THINGS_TO_TAKE - (hasOwnLetter ? 1 : 0),
    }),
    moreFold: moreTitle(language, view, keeping),
    dated: policyText(language, cited),
    code: codeLine(language, receiptOf(cited), isLinked ? address : undefined),
    plainCode: codeLine(language, receiptOf(cited)),
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
    ...said.answerChanged.map(({ plain }) => plain),
    ...said.foremost.map(({ text }) => text),
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
      [
        said.findOut,
        ...[...said.dependsOn, ...said.dependsToo].flatMap(({ name, hint }) => [name, hint]),
      ].filter((each) => each !== ''),
    ),
    ...under(
      said.changesTitle,
      said.changes.map(({ text }) => text),
    ),
    ...under(
      said.answersTitle,
      said.answers.map(({ name, value }) => language.say('ui.answerLine', { fact: name, answer: value })),
    ),
    ...under(
      language.say('ui.links'),
      links(language, guidance).map((link) => withAddress(language, link)),
    ),
    said.dated,
    said.plainCode,
    ...said.next.map(({ mark, label }) => `${mark} ${label}`),
  );
}

/** The answer: eligibility first, in words, icon and colour; then why, what to do, and what to mind. */
export function guidanceMessage(
  language: Language,
  view: GuidanceView,
  notes: readonly DialogNote[],
  use: CardUse = 'own',
  address?: string | undefined,
  keeping?: View['keeping'],
): Message {
  const said = content(language, view, notes, use, address, keeping);
  const text = plain(language, said, view.guidance);
  return { card: expand('guidance', { lang: language.base, plain: text, ...said }), text };
}
