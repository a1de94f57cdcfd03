/**
 * The tools speak English: only those see them who work on the product or run it. What is shown to people who use it
 * stands in `src/language/words/`, in every language.
 */
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** 1234.5 as "1,234.5". */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** "1 rule", "2 rules". */
export function counted(count: number, one: string, several: string = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}
