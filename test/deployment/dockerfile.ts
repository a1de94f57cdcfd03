import { readFileSync } from 'node:fs';

export const ROOT = new URL('../../../', import.meta.url);

export interface Instruction {
  /** In capitals, such as `COPY`. */
  readonly name: string;
  readonly words: string;
}

export interface Stage {
  readonly image: string;
  /** What other stages call it; undefined for the last. */
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export interface Copy {
  /** The stage that it comes from; undefined for the folder that is built. */
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
}

function parse(text: string): readonly Instruction[] {
  return text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', words = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
      return { name, words };
    });
}

/** The stages of our Dockerfile, with the arguments before the first one put in. */
export function readStages(): readonly Stage[] {
  const instructions = parse(readFileSync(new URL('Dockerfile', ROOT), 'utf8'));
  const values = new Map<string, string>();
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const instruction of instructions) {
    const { name, words } = instruction;
    if (name === 'FROM') {
      const [image = '', , stage] = words.split(/\s+/);
      const filled = image.replace(/^\$\{(\w+)\}$/, (_all, argument: string) => values.get(argument) ?? '');
      stages.push({ image: filled, name: stage, instructions: [] });
    } else if (stages.length === 0) {
      const [argument = '', value = ''] = words.split('=');
      values.set(argument, value);
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The words of every instruction of a stage with this name. */
export function all({ instructions }: Stage, name: string): readonly string[] {
  return instructions.filter((each) => each.name === name).map(({ words }) => words);
}

export function copies(stage: Stage): readonly Copy[] {
  return all(stage, 'COPY').map((words) => {
    const parts = words.split(/\s+/);
    const from = parts.find((part) => part.startsWith('--from='))?.slice('--from='.length);
    const paths = parts.filter((part) => !part.startsWith('--'));
    return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
  });
}

/** What `ENV` sets. */
export function environment(stage: Stage): Readonly<Record<string, string>> {
  const pairs = all(stage, 'ENV').flatMap((words) => words.split(/\s+/));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** A command in the form of a list, which no shell stands between. */
export function command(words: string): readonly string[] {
  return JSON.parse(words) as readonly string[];
}
