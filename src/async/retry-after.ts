/**
 * What `Retry-After` asks for, in milliseconds from now: it holds seconds, or a date (RFC 9110, 10.2.3). Undefined where
 * it holds neither; a date that is over asks for nothing more.
 */
export function retryAfter(header: string | null | undefined): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Every form of a date begins with a weekday; Node would make a date of "-5" as well.
  const date = /^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
