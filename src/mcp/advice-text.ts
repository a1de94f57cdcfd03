import type { output } from 'zod/v4';
import { adviseInWords } from '../advice/advice.js';
import { parseRequest } from '../advice/request.js';
import { type Advised, adviceTo } from '../api/operations/advise-operation.js';
import type { ApiReader } from '../api/operations/operation.js';
import type { adviseRequest } from '../api/schema/given-schema.js';
import type { ToolAnswer } from './tool.js';

function listed(facts: object): string {
  return Object.entries(facts)
    .map(([fact, option]) => `${fact}=${String(option)}`)
    .join(', ');
}

/** What the answer rests on, and who said so: so that nobody takes for granted what an assistant has filled in. */
function groundsOf(given: output<typeof adviseRequest>, { situation, assumed }: Advised): readonly string[] {
  const { set = {}, subscriptions = [] } = given;
  const own = [set, ...subscriptions].map(listed).filter((each) => each !== '');
  const read = Object.entries(situation).filter(([fact]) => !Object.hasOwn(set, fact));
  const presumed = listed(assumed);
  return [
    own.length > 0
      ? `Set by the caller: ${own.join('; ')}. Whatever of this the person has not said is the caller’s own invention: ask them.`
      : '',
    read.length > 0 && subscriptions.length === 0
      ? `Read from the text: ${listed(Object.fromEntries(read))}. Let the person confirm it.`
      : '',
    presumed === '' ? '' : `Presumed, said by nobody: ${presumed}.`,
  ];
}

function questionFor({ ask }: Advised): readonly string[] {
  if (ask === null) return [];
  const options = [...ask.options, ask.unknown].map(({ id, text }) => `- ${id}: ${text}`);
  return [
    'There is no verdict yet. Put this question to the person; do not answer it for them. Then call again with everything said so ' +
      `far and “${ask.fact}” in “set”.`,
    [ask.question, ...options, ask.hint].join('\n'),
  ];
}

function sourcesOf({ reasons, steps, cautions, plan }: Advised): readonly string[] {
  const said = [...reasons, ...steps, ...cautions, ...(plan?.steps ?? []), ...(plan?.cautions ?? [])];
  const sources = said.flatMap(({ citations }) =>
    citations.map(({ title, url, section, date }) => `- ${title}, ${section} (${date}): ${url}`),
  );
  return sources.length === 0 ? [] : [['Sources:', ...new Set(sources)].join('\n')];
}

/** An answer as `advise --json` has it, and in words with what it rests on. Throws `RequestError`. */
export function advised(given: output<typeof adviseRequest>, reader: ApiReader): ToolAnswer {
  const data = adviceTo(given, reader);
  const { why, ...plain } = given;
  const request = parseRequest({ locale: reader.language.tag, edition: reader.edition, ...plain });
  const words = data.ask === null ? [adviseInWords(request, why === true)] : questionFor(data);
  const text = [...words, ...groundsOf(given, data), ...sourcesOf(data)].filter((each) => each !== '');
  return { data, text: text.join('\n\n') };
}
