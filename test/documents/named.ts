import type { Markdown } from './markdown.js';

/** Names that a document puts into code font or into a command. */
const EXTENSION = /\.(ts|js|mjs|json|md|css|yml|bicep|bicepparam|png|svg|zip)$/;
const PATH = /^[\w.@<*-][\w.<>* -]*(\/[\w.@<>*-]+)*\/?$/;
const FOLDER = /^(src|test|dist|docs|cards|manifest|\.ci)\//;

function isPath(word: string): boolean {
  if (/\s/.test(word) || !PATH.test(word) || word.startsWith('@')) return false;
  return word.includes('/') || EXTENSION.test(word) || /^\.[a-z]+(\.[a-z]+)?$/.test(word);
}

/** Words of a command, without quotes and what a shell adds. */
function wordsOf(command: string): readonly string[] {
  return command.split(/[\s"'=;]+/).filter((word) => word !== '');
}

/** Files and folders: in code font whatever looks like one, in commands what stands in a folder of ours. */
export function paths({ spans, blocks }: Markdown): readonly string[] {
  const told = spans.filter((span) => isPath(span));
  const typed = [...spans, ...blocks].flatMap(wordsOf).filter((word) => FOLDER.test(word) && isPath(word));
  return [...new Set([...told, ...typed])];
}

/** A script of package.json that is to be run, and the options it is given. */
export interface Run {
  readonly script: string;
  readonly options: readonly string[];
}

export function runs({ spans, blocks }: Markdown): readonly Run[] {
  const code = [...spans, ...blocks].join('\n').replaceAll(/\\\n\s*/g, '');
  return [...code.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][\w:-]*)( -- [^\n]*)?/g)]
    .map(([, script = '', given = '']) => ({
      script,
      options: [...given.matchAll(/ --([a-z][\w-]*)/g)].map(([, option = '']) => option),
    }))
    .filter(({ script }) => !['ci', 'install', 'prune'].includes(script));
}

/** Names written as settings and other constants are: in capitals, or as botbuilder's. */
export function constants({ spans, blocks }: Markdown): readonly string[] {
  const set = [...spans, ...blocks]
    .flatMap((code) => [...code.matchAll(/(?:^|[\s(])([A-Z][A-Z\d_]+)=/gm)])
    .map(([, name = '']) => name);
  const told = spans.filter((span) =>
    /^(?:[A-Z][A-Z\d]{2,}(?:_[A-Z\d]+)*|(?:Microsoft|Certificate|Federated)[A-Z]\w+)$/.test(span),
  );
  return [...new Set([...set, ...told])];
}

/** Addresses of our own server, up to what differs from case to case. */
export function addresses({ spans }: Markdown): readonly string[] {
  return spans.flatMap((span) => {
    const [, address] = /^(?:[A-Z]+ )?(\/[a-z][a-z/.-]*)/.exec(span) ?? [];
    return address === undefined ? [] : [address];
  });
}
