import type { Language } from '../language/language.js';
import type { Dependants } from './dependants.js';
import { type Finding, needsAPerson, STATUSES, type Status } from './finding.js';
import type { Obstacle } from './obstacle.js';

/** Whether not one page could be reached at all: no name resolved, nothing answered. */
export function hasNoNetwork(findings: readonly Finding[]): boolean {
  return (
    findings.length > 0 &&
    findings.every(({ obstacle }) => obstacle?.kind === 'network' || obstacle?.kind === 'timeout')
  );
}

function obstacleText(language: Language, obstacle: Obstacle): string {
  const values = obstacle.kind === 'http' ? { status: String(obstacle.status) } : {};
  return language.say(`sources.obstacle.${obstacle.kind}`, values);
}

/** What the look showed, in one or more sentences; empty where the status says it all. */
function details(language: Language, finding: Finding): readonly string[] {
  const { status, recorded, recordedAbsent, heading, address, httpStatus, obstacle } = finding;
  const sentences = [
    recorded === null
      ? undefined
      : language.say(recordedAbsent ? 'sources.recordedAbsent' : 'sources.recordedOn', {
          date: language.date(recorded),
        }),
    httpStatus === undefined ? undefined : language.say('sources.pageGone', { status: String(httpStatus) }),
    address === undefined ? undefined : language.say('sources.nowAt', { address }),
    heading === undefined ? undefined : language.say('sources.nowUnder', { heading }),
    obstacle === undefined ? undefined : obstacleText(language, obstacle),
    status === 'gone' && recorded === null && httpStatus === undefined
      ? language.say('sources.neverFound')
      : undefined,
  ];
  return sentences.filter((each) => each !== undefined);
}

function dependantsText(language: Language, { edition, rules, situations }: Dependants): string {
  return language.say('sources.dependants', {
    edition,
    rules: rules.length,
    names: rules.join(', '),
    situations,
  });
}

function findingLines(language: Language, finding: Finding): readonly string[] {
  const { page, section, url, status } = finding;
  const title = language.say('sources.passage', {
    page: language.say(`page.${page}`),
    section: language.say(`section.${section}`),
  });
  return [
    `${language.say(`sources.status.${status}`)}: ${title} [${page}#${section}]`,
    `  ${url}`,
    ...details(language, finding).map((each) => `  ${each}`),
    ...finding.dependants.map((each) => `  ${dependantsText(language, each)}`),
  ];
}

function count(findings: readonly Finding[], status: Status): number {
  return findings.filter((each) => each.status === status).length;
}

/** The whole report for a person, what needs one first. */
export function reportText(language: Language, findings: readonly Finding[]): string {
  if (hasNoNetwork(findings)) return language.say('sources.noNetwork');
  const ordered = STATUSES.flatMap((status) => findings.filter((each) => each.status === status));
  const counts = STATUSES.filter((status) => count(findings, status) > 0).map((status) =>
    language.say('sources.count', {
      status: language.say(`sources.status.${status}`),
      count: count(findings, status),
    }),
  );
  const needed = findings.filter(needsAPerson).length;
  return [
    ...ordered.flatMap((finding) => [...findingLines(language, finding), '']),
    language.say('sources.summary', { passages: findings.length, counts: counts.join(', ') }),
    language.say('sources.needsAPerson', { count: needed }),
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
