import {
  CASE_DEEDS,
  type CaseDays,
  type CaseDeed,
  LONGEST_CASE_ID,
  LONGEST_LABEL_READ,
} from './case-deed.js';

/** The data of a tap, whoever sent it. */
export type TapData = Readonly<Record<string, unknown>>;

/** The ids of the fields for days: a step by its id, a term by the place of its subscription. */
export const DAY_FIELDS = { step: 'day-', term: 'term-' } as const;
/** The field for the hour. */
export const HOUR_FIELD = 'hour';
/** The field for the label. */
export const LABEL_FIELD = 'label';

function shortText(value: unknown, longest = LONGEST_CASE_ID): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/** A day as a field gives it; empty where it was emptied. Undefined where it is neither. */
function dayIn(value: unknown): string | undefined {
  const day = shortText(value)?.trim();
  return day === '' || /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day : undefined;
}

function daysIn(data: TapData): CaseDays {
  const fields = (prefix: string) =>
    Object.entries(data).flatMap(([id, value]) => {
      const day = id.startsWith(prefix) && id.length <= LONGEST_CASE_ID ? dayIn(value) : undefined;
      return day === undefined ? [] : [[id.slice(prefix.length), day] as const];
    });
  const terms = fields(DAY_FIELDS.term).flatMap(([place, day]) =>
    /^\d$/.test(place) ? [[Number(place), day] as const] : [],
  );
  return { steps: fields(DAY_FIELDS.step), terms };
}

/** What a tap does about cases; undefined where no card of ours carries such data. */
export function parseCaseDeed(data: TapData): CaseDeed | undefined {
  const { what } = data;
  switch (what) {
    case 'list':
      return { what, ...afterIn(data) };
    case 'page':
    case 'keepAs':
    case 'here':
      return { what };
    case 'keep':
      return { what, text: labelIn(data) };
    case 'join': {
      const text = shortText(data.text);
      return text === undefined ? undefined : { what, text };
    }
  }
  const id = shortText(data.case);
  return id === undefined ? undefined : aboutOne(data, id);
}

/** After how many of the list the card goes on; nothing where it begins. */
function afterIn({ after }: TapData): { readonly after?: number } {
  return typeof after === 'string' && /^[1-9]\d{0,2}$/.test(after) ? { after: Number(after) } : {};
}

function labelIn(data: TapData): string {
  const label = data[LABEL_FIELD];
  return typeof label === 'string' ? label.slice(0, LONGEST_LABEL_READ) : '';
}

function aboutOne(data: TapData, id: string): CaseDeed | undefined {
  const { what } = data;
  const plain = CASE_DEEDS.find((each) => each === what);
  if (plain !== undefined) return { what: plain, case: id };
  switch (what) {
    case 'tick': {
      const step = shortText(data.step);
      return step === undefined ? undefined : { what, case: id, step, done: data.done === 'yes' };
    }
    case 'name':
      return { what, case: id, text: labelIn(data) };
    case 'setDays':
      return { what, case: id, days: daysIn(data) };
    case 'setHour': {
      const hour = shortText(data[HOUR_FIELD]);
      // Where none was chosen, it can be.
      return /^(?:1?\d|2[0-3])$/.test(hour ?? '')
        ? { what, case: id, hour: Number(hour) }
        : { what: 'settings', case: id };
    }
    default:
      return undefined;
  }
}
