import { EDITION_IDS } from '../policy/edition.js';
import { FACT_IDS, optionsOf } from '../policy/facts.js';

/** What a person can begin with, in a client that shows prompts. */
export interface AssistantPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly asks: readonly PromptPart[];
  readonly words: (given: Readonly<Record<string, string>>) => string;
}

export interface PromptPart {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** What it can be; undefined for words of one's own. */
  readonly values: readonly string[] | undefined;
}

const FACTS: readonly PromptPart[] = FACT_IDS.map((fact) => ({
  name: fact,
  description: `What is known of “${fact}”, if anything`,
  required: false,
  values: [...optionsOf(fact), 'unknown'],
}));

function edition(name: string, description: string, required: boolean): PromptPart {
  return { name, description, required, values: EDITION_IDS };
}

function known(given: Readonly<Record<string, string>>): string {
  const facts = FACT_IDS.flatMap((fact) => (given[fact] === undefined ? [] : [`${fact}=${given[fact]}`]));
  return facts.length === 0 ? 'Nothing is known yet.' : `Known so far: ${facts.join(', ')}.`;
}

/** Everything that a person can begin with. A new prompt is its entry here. */
export const PROMPTS: readonly AssistantPrompt[] = [
  {
    name: 'support_call',
    title: 'A customer on the phone',
    description:
      'Leads a call about a subscription that was bought elsewhere, one question at a time, to a cited answer.',
    asks: [
      { name: 'said', description: 'What the customer said', required: false, values: undefined },
      ...FACTS,
    ],
    words: (given) =>
      [
        'I have a customer on the phone who bought a Microsoft subscription elsewhere and wants us to manage it.',
        ...(given.said === undefined ? [] : [`The customer said: ${JSON.stringify(given.said)}.`]),
        known(given),
        'Call “advise” with exactly that. While it asks something, put its question to me with its options and its hint, one question ' +
          'at a time, and call it again with all that I have answered. Answer nothing in my place.',
        'Once there is a verdict, tell me first the verdict and the caution that could make it untrue, then the steps with who does ' +
          'them, one sentence that I can say aloud, the sources with their dates, and the answer code.',
      ].join('\n'),
  },
  {
    name: 'policy_review',
    title: 'A review of the policy',
    description: 'Goes through an edition with its sources, and what it changed since an older one.',
    asks: [
      edition('edition', 'The edition to review', true),
      edition('since', 'An older edition to compare it with', false),
    ],
    words: ({ edition: reviewed = '', since }) =>
      [
        `Read the resource advisor://review/${reviewed} and go through it with me, rule by rule.`,
        ...(since === undefined
          ? []
          : [
              `Call “compare_editions” from ${since} to ${reviewed}, and begin with the situations that are answered differently.`,
            ]),
        'Name the source and the date behind every statement. Where sources contradict each other, show both; say what is not certain. ' +
          'Add no rules from elsewhere.',
      ].join('\n'),
  },
];

export type WrongPart = { readonly name: string; readonly allowed: readonly string[] };

/** What is wrong with the values given for a prompt: missing, of no prompt's, or none of those allowed. */
export function wrongParts(
  { asks }: AssistantPrompt,
  given: Readonly<Record<string, string>>,
): readonly WrongPart[] {
  const unknown = Object.keys(given)
    .filter((name) => !asks.some((part) => part.name === name))
    .map((name) => ({ name, allowed: asks.map((part) => part.name) }));
  const wrong = asks.flatMap(({ name, required, values }) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const isMissing = value === undefined && required;
    const isOther = value !== undefined && values !== undefined && !values.includes(value);
    return isMissing || isOther ? [{ name, allowed: values ?? [] }] : [];
  });
  return [...unknown, ...wrong];
}

/** The values of a part that begin with what is written so far. */
export function completionsOf(
  parts: readonly PromptPart[],
  name: string,
  written: string,
): readonly string[] {
  const values = parts.find((part) => part.name === name)?.values ?? [];
  return values.filter((value) => value.toLowerCase().startsWith(written.toLowerCase()));
}

/** The part of an address that is an edition. */
export const EDITION_PART: PromptPart = edition('edition', 'An edition', true);
