/**
 * One order for several lists that keeps the order of each: whatever one list does before something else comes before it
 * here. Where the lists leave it open, `ranked` decides, and what it does not name comes last.
 *
 * Two lists that contradict one another have no such order. Then the first list that has something left counts, and the
 * proof tells of it: all lists of one edition are parts of its one order of steps, so that none contradict.
 */
export function inOneOrder(
  lists: readonly (readonly string[])[],
  ranked: readonly string[],
): readonly string[] {
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  if (others.length === 0) return only;
  const rank = new Map(ranked.map((id, index) => [id, index]));
  const rankOf = (id: string): number => rank.get(id) ?? ranked.length;
  const left = lists.map((list) => [...list]);
  const done: string[] = [];
  for (;;) {
    const heads = left.flatMap(([head]) => (head === undefined ? [] : [head]));
    const [first] = heads;
    if (first === undefined) return done;
    const free = heads.filter((head) => left.every((list) => list.indexOf(head) <= 0));
    const next = free.reduce((best, each) => (rankOf(each) < rankOf(best) ? each : best), free[0] ?? first);
    done.push(next);
    for (const list of left) {
      const at = list.indexOf(next);
      if (at >= 0) list.splice(at, 1);
    }
  }
}
