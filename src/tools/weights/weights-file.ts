import type { Learned } from '../../policy/engine/learned.js';

/** The weights as a file of data beside the planner, as the formatter writes it. */
export function weightsFile(before: string, { day, answers, weights }: Learned): string {
  const facts = Object.entries(weights).map(([fact, options]) => {
    const each = Object.entries(options ?? {}).map(([option, weight]) => `${option}: ${weight}`);
    const line = `    ${fact}: { ${each.join(', ')} },`;
    return line.length <= 110
      ? line
      : [`    ${fact}: {`, ...each.map((one) => `      ${one},`), '    },'].join('\n');
  });
  const data = [
    'export const LEARNED: Learned = {',
    `  day: '${day}',`,
    `  answers: ${answers},`,
    '  weights: {',
    ...facts,
    '  },',
    '};',
    '',
  ].join('\n');
  return before.slice(0, before.indexOf('export const LEARNED')) + data;
}
