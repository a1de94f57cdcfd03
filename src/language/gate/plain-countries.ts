import { LANGUAGES, type LanguageTag } from '../languages.js';
import { type CountryForms, countryForms, countryOfSigns } from './country-forms.js';
import { LONGEST_PLAIN, unstopped } from './normal-form.js';
import { isOnePlace } from './one-place.js';
import { languagesOf } from './plain-answers.js';

/**
 * The lines that say where the two tenants are and nothing else: names of countries in the frames that the language
 * files list under `tenants`, or codes in capitals, or flags. Like the answers they are a finite set for each language.
 */

/** Whose countries a line names. */
export interface PlainCountries {
  readonly customer?: string;
  readonly partner?: string;
  /** The line does not say which is whose; the first stands for the customer's. */
  readonly unsaid?: true;
}

/** A line as it was written and without its capitals, letter by letter the same. */
interface TypedLine {
  readonly written: string;
  readonly form: string;
}

/** "Hong Kong, China", "HK/CN": no word says that these are two. */
const ONLY_SIGNS = /^[^\p{L}\p{N}&+]*$/u;
const TWO_FLAGS = /^([\u{1f1e6}-\u{1f1ff}]{2}) ?([\u{1f1e6}-\u{1f1ff}]{2})$/u;

function part({ written, form }: TypedLine, start: number, end: number): TypedLine {
  return { written: written.slice(start, end), form: form.slice(start, end) };
}

/** One reading of the lines of a language. */
class FrameReader {
  readonly #forms: CountryForms;

  constructor(
    readonly tag: LanguageTag,
    readonly whole: string,
  ) {
    this.#forms = countryForms(tag);
  }

  list(key: 'customer' | 'partner' | 'sides' | 'pair' | 'joint'): readonly string[] {
    return LANGUAGES[this.tag].alternatives(`tenants.${key}`).map((words) => unstopped(words).toLowerCase());
  }

  /** A country by its name, its code or its flag. */
  country({ written, form }: TypedLine): string | undefined {
    return countryOfSigns(written, this.whole) ?? (this.#forms.names.get(form) || undefined);
  }

  /** "In Germany", or a code behind the same words. */
  there(line: TypedLine): string | undefined {
    const named = this.#forms.there.get(line.form) || undefined;
    if (named !== undefined) return named;
    for (const frame of LANGUAGES[this.tag].alternatives('tenants.there')) {
      const found = this.#inFrame(frame, '{name}', line);
      const code = found && countryOfSigns(found.written, this.whole);
      if (code !== undefined) return code;
    }
    return undefined;
  }

  /** What stands in the gap of a frame, where the line is that frame. */
  #inFrame(frame: string, gap: string, line: TypedLine): TypedLine | undefined {
    const [before = '', after = ''] = frame.split(gap);
    const { form } = line;
    if (form.length <= before.length + after.length) return undefined;
    return form.startsWith(before) && form.endsWith(after)
      ? part(line, before.length, form.length - after.length)
      : undefined;
  }

  /** The country that a line says in one of these frames. */
  framed(frames: readonly string[], line: TypedLine): string | undefined {
    for (const frame of frames) {
      const where = frame.includes('{there}');
      const found = this.#inFrame(frame, where ? '{there}' : '{name}', line);
      const code = found && (where ? this.there(found) : this.country(found));
      if (code !== undefined) return code;
    }
    return undefined;
  }

  /** Every way to cut a line in two at one of these frames. */
  *cuts(frames: readonly string[], line: TypedLine): Generator<readonly [TypedLine, TypedLine]> {
    for (const frame of frames) {
      const between = frame.slice('{one}'.length, -'{other}'.length);
      for (let at = line.form.indexOf(between, 1); at > 0; at = line.form.indexOf(between, at + 1)) {
        const rest = at + between.length;
        if (rest < line.form.length) yield [part(line, 0, at), part(line, rest, line.form.length)];
      }
    }
  }

  /** Each of the two with its country: "the customer is in Germany, we are in Austria". */
  sides(line: TypedLine): PlainCountries | undefined {
    const [theirs, ours] = [this.list('customer'), this.list('partner')];
    for (const [one, other] of this.cuts(this.list('sides'), line)) {
      const [first, second] = [this.framed(theirs, one), this.framed(ours, other)];
      if (first !== undefined && second !== undefined) return { customer: first, partner: second };
      const [mine, then] = [this.framed(ours, one), this.framed(theirs, other)];
      if (mine !== undefined && then !== undefined) return { customer: then, partner: mine };
    }
    return undefined;
  }

  /** Two countries, and nobody says whose: "Germany and Austria". */
  pair(line: TypedLine): PlainCountries | undefined {
    for (const [one, other] of this.cuts(this.list('pair'), line)) {
      const [customer, partner] = [this.country(one), this.country(other)];
      if (customer === undefined || partner === undefined) continue;
      const between = line.form.slice(one.form.length, line.form.length - other.form.length);
      return ONLY_SIGNS.test(between) && isOnePlace(customer, partner)
        ? undefined
        : { customer, partner, unsaid: true };
    }
    return undefined;
  }

  read(line: TypedLine): PlainCountries | undefined {
    const both = this.framed(this.list('joint'), line);
    if (both !== undefined) return { customer: both, partner: both };
    const two = this.sides(line) ?? this.pair(line);
    if (two !== undefined) return two;
    const customer = this.framed(this.list('customer'), line);
    if (customer !== undefined) return { customer };
    const partner = this.framed(this.list('partner'), line);
    if (partner !== undefined) return { partner };
    const only = this.country(line) ?? this.there(line);
    return only === undefined ? undefined : { customer: only, unsaid: true };
  }
}

/** The countries that a line names and nothing else; undefined for a line that is not in the set. */
export function plainCountries(typed: string, reader: LanguageTag): PlainCountries | undefined {
  if (typed.length > LONGEST_PLAIN) return undefined;
  const written = unstopped(typed);
  const form = written.toLowerCase();
  if (form.length !== written.length || form === '') return undefined;
  const flags = TWO_FLAGS.exec(written);
  if (flags !== null) {
    const [customer, partner] = flags.slice(1).map((flag) => countryOfSigns(flag, written));
    return customer === undefined || partner === undefined ? undefined : { customer, partner, unsaid: true };
  }
  for (const tag of languagesOf(form, reader)) {
    const found = new FrameReader(tag, written).read({ written, form });
    if (found !== undefined) return found;
  }
  return undefined;
}
