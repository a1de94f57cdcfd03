import { read } from './repository.js';

/** A block of code in a document, and the heading that it stands under. */
export interface CodeBlock {
  readonly heading: string;
  readonly code: string;
}

/** The blocks of code in a language, those within a list as well. */
export function codeBlocks(document: string, language: string): readonly CodeBlock[] {
  const fence = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'gm');
  return read(document)
    .split(/^## /m)
    .flatMap((section) => {
      const [heading = ''] = section.split('\n');
      return [...section.matchAll(fence)].map(([, indent = '', code = '']) => ({
        heading,
        code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      }));
    });
}
