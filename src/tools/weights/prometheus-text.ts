/** A sample of Prometheus' text format: name, labels, value; a time after it is of no interest. */
const SAMPLE = /^(advisor_answers_total)\{([^}]*)\}[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?[ \t]*$/;

/**
 * The counts of answers in Prometheus' text format, by their names with labels as they are kept in the store. Labels that a
 * Prometheus has added (`instance`, `job`) stay, so that the same answer of several instances is several series.
 */
export function answerSeries(text: string): readonly (readonly [name: string, count: number])[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = SAMPLE.exec(line.trimEnd()) ?? [];
    const count = Number(value);
    if (name === undefined || !Number.isFinite(count)) return [];
    return [[`${name}{${labels.replaceAll('"', '')}}`, count] as const];
  });
}
