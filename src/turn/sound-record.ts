type Check = (value: unknown) => boolean;
type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(isItem: Check): Check {
  return (value) => Array.isArray(value) && value.every(isItem);
}

const isText: Check = (value) => typeof value === 'string';
const isTexts = isListOf(isText);
const isPair: Check = (value) => Array.isArray(value) && value.length >= 2;
/** A fact and its options. */
const isReading: Check = (value) => Array.isArray(value) && isTexts(value[1]);

/** Whether an object has of these fields only those that are as they should be; others are nobody's matter here. */
function shaped(fields: Readonly<Record<string, Check>>): Check {
  return (value) =>
    isObject(value) && Object.entries(fields).every(([name, is]) => !(name in value) || is(value[name]));
}

/** The object without those of these fields that are not as they should be. */
function soundOf(value: Json, fields: Readonly<Record<string, Check>>): Json {
  const unsound = Object.entries(fields).filter(([name, is]) => name in value && !is(value[name]));
  if (unsound.length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !unsound.some(([each]) => each === name)),
  );
}

const isProposal = shaped({
  read: isListOf((each) => isText(each) || isPair(each)),
  unclear: isListOf(isReading),
  excluded: isListOf(isReading),
});

const RECORD = {
  recent: isTexts,
  open: isText,
  last: shaped({ notes: Array.isArray }),
  desk: shaped({ done: (value) => isText(value) || isTexts(value), sent: isTexts }),
};

const CONVERSATION = {
  answers: (value: unknown): boolean => isText(value) || isListOf(isPair)(value),
  granted: isTexts,
  others: isTexts,
  since: isText,
  number: (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0,
  alone: (value: unknown): boolean => value === true,
  proposal: isProposal,
  later: (value: unknown): boolean =>
    isObject(value) && isListOf(isProposal)(value.waiting) && isTexts(value.shared),
};

/**
 * What was stored, without what is not in a form that this version knows: a newer one, or another program, may have
 * written it, and its person must not be left without an answer for as long as it is kept. Undefined where nothing of it can be read.
 */
export function soundRecord(value: unknown): Json | undefined {
  if (!isObject(value) || !isObject(value.conversation)) return undefined;
  const { key, interview, turn } = value.conversation;
  if (typeof key !== 'string' || !Number.isSafeInteger(interview) || !Number.isSafeInteger(turn))
    return undefined;
  const conversation = { answers: '', ...soundOf(value.conversation, CONVERSATION) };
  return { recent: [], ...soundOf(value, RECORD), conversation };
}
