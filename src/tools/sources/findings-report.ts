import { LANGUAGES } from '../../language/languages.js';
import { counted, number } from '../english.js';
import type { Dependants } from './dependants.js';
import { type Finding, needsAPerson, STATUSES, type Status } from './finding.js';
import type { Obstacle } from './obstacle.js';

const { en } = LANGUAGES;

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  unchanged: 'Unchanged',
  moved: 'Moved',
  reworded: 'Reworded',
  gone: 'Gone',
  unrecorded: 'Not recorded yet',
  unreachable: 'Could not be read',
};

const NO_NETWORK =
  'No page could be reached: there is no network here, or something on the way blocks it. This says nothing about ' +
  'the sources, and nothing was changed.';

/** Whether not one page could be reached at all: no name resolved, nothing answered. */
export function hasNoNetwork(findings: readonly Finding[]): boolean {
  return (
    findings.length > 0 &&
    findings.every(({ obstacle }) => obstacle?.kind === 'network' || obstacle?.kind === 'timeout')
  );
}

function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'network':
      return 'Nothing answered at this address.';
    case 'timeout':
      return 'The page took too long to answer.';
    case 'tooLarge':
      return 'The answer was too large to be this page.';
    case 'notHtml':
      return 'The answer was not a web page.';
    case 'noWords':
      return 'The page came without any words.';
    case 'http':
      return `The site answered ${obstacle.status}.`;
  }
}

function recordedText({ recorded, recordedAbsent }: Finding): string | undefined {
  if (recorded === null) return undefined;
  const date = en.date(recorded);
  return recordedAbsent
    ? `On ${date} it was recorded as no longer being on the page.`
    : `Last recorded on ${date}.`;
}

/** What the look showed, in one or more sentences; empty where the status says it all. */
function details(finding: Finding): readonly string[] {
  const { status, recorded, heading, address, httpStatus, obstacle } = finding;
  const sentences = [
    recordedText(finding),
    httpStatus === undefined ? undefined : `The page is gone: the site answered ${httpStatus}.`,
    address === undefined ? undefined : `It now leads to ${address}`,
    heading === undefined ? undefined : `It now stands under “${heading}”.`,
    obstacle === undefined ? undefined : obstacleText(obstacle),
    status === 'gone' && recorded === null && httpStatus === undefined
      ? 'It was never recorded, and no heading in the watch list leads to it: the heading in the list may be wrong.'
      : undefined,
  ];
  return sentences.filter((each) => each !== undefined);
}

function dependantsText({ edition, rules, situations }: Dependants): string {
  const names = rules.join(', ');
  return `Edition ${edition}: ${counted(rules.length, 'rule')} (${names}) in ${counted(situations, 'situation')}.`;
}

function findingLines(finding: Finding): readonly string[] {
  const { page, section, url, status } = finding;
  // A watch list may still name a passage that no edition cites.
  const title = `${en.say(`page.${page}`)} › ${en.maybe(`section.${section}`) ?? section}`;
  return [
    `${STATUS_NAMES[status]}: ${title} [${page}#${section}]`,
    `  ${url}`,
    ...details(finding).map((each) => `  ${each}`),
    ...finding.dependants.map((each) => `  ${dependantsText(each)}`),
  ];
}

function count(findings: readonly Finding[], status: Status): number {
  return findings.filter((each) => each.status === status).length;
}

/** The whole report for a person, what needs one first. */
export function reportText(findings: readonly Finding[]): string {
  if (hasNoNetwork(findings)) return NO_NETWORK;
  const ordered = STATUSES.flatMap((status) => findings.filter((each) => each.status === status));
  const counts = STATUSES.filter((status) => count(findings, status) > 0).map(
    (status) => `${STATUS_NAMES[status]} ${number(count(findings, status))}`,
  );
  const needed = findings.filter(needsAPerson).length;
  return [
    ...ordered.flatMap((finding) => [...findingLines(finding), '']),
    `${counted(findings.length, 'passage')}: ${counts.join(', ')}.`,
    needed === 0
      ? 'Nothing needs a person.'
      : `${counted(needed, 'passage')} ${needed === 1 ? 'needs' : 'need'} a person.`,
  ].join('\n');
}

/** The same for programs: ids, numbers and addresses, no sentences. */
export function reportData(findings: readonly Finding[]): object {
  return {
    network: !hasNoNetwork(findings),
    counts: Object.fromEntries(STATUSES.map((status) => [status, count(findings, status)])),
    needsAPerson: findings.some(needsAPerson),
    findings,
  };
}
