/** The letters of keyboards, row by row, each row a little to the right of the one above. */
const LAYOUTS: readonly (readonly string[])[] = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
];

function* neighbours(): Generator<string> {
  for (const rows of LAYOUTS) {
    for (const [row, letters] of rows.entries()) {
      const below = rows[row + 1] ?? '';
      for (const [at, letter] of [...letters].entries())
        for (const other of [letters.charAt(at + 1), below.charAt(at - 1), below.charAt(at)])
          if (other !== '') yield* [letter + other, other + letter];
    }
  }
}

const NEAR: ReadonlySet<string> = new Set(neighbours());

/** Whether a finger that was meant for one key may hit the other. */
export function areNeighbours(one: string, other: string): boolean {
  return NEAR.has(one + other);
}
