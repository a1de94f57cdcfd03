import type { Field } from '../conversation/interview/form.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import type { Situation } from '../policy/facts.js';
import { answerText } from './rows.js';

/** Stands for no answer. Not empty: some clients leave empty inputs out of what they send. */
const OPEN = 'open';

/** A choice between the options, "I don't know", and no answer, for which the assumed one stands. */
export function field(language: Language, { fact, options, value, presumed }: Field) {
  const open =
    presumed === undefined
      ? language.say('call.open')
      : language.say('call.assumed', { answer: answerText(language, fact, presumed) });
  const choice = (option: Parameters<typeof answerText>[2]) => {
    return { title: answerText(language, fact, option), value: option };
  };
  return {
    id: fact as string,
    label: language.say(`fact.${fact}.name`),
    value: (value ?? OPEN) as string,
    choices: [{ title: open, value: OPEN }, ...options.map(choice), choice('unknown')],
  };
}

/** The language of the person on the phone. */
export function customerField(language: Language, customer: LanguageTag): ReturnType<typeof field> {
  return {
    id: 'customer',
    label: language.say('call.customer'),
    value: customer,
    choices: LANGUAGE_TAGS.map((tag) => ({ title: LANGUAGES[tag].say('language.self'), value: tag })),
  };
}

/** What a form shows when it is drawn. */
export function shownIn(form: readonly Field[]): Situation {
  return Object.fromEntries(
    form.filter(({ value }) => value !== undefined).map(({ fact, value }) => [fact, value]),
  );
}
