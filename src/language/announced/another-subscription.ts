import { LANGUAGES } from '../languages.js';
import { announced } from './announced.js';

/** "Second subscription: …", "same customer, …": what follows is of the same customer, and beside what was told. */
export const anotherSubscription = announced((tag) => {
  const language = LANGUAGES[tag];
  const what = language.alternatives('besides.what');
  return {
    leads: language.alternatives('afresh.lead'),
    heads: [
      ...language
        .alternatives('afresh.other')
        .flatMap((other) => what.map((each) => other.replace('{who}', each))),
      ...language.alternatives('besides.same'),
    ],
    tails: language.alternatives('afresh.tail'),
    things: [],
  };
});

/** "Also …", "they have … too": it is beside what was told where it is another product, and says more of the same where not. */
export const somethingBesides = announced((tag) => {
  const language = LANGUAGES[tag];
  return {
    leads: language.alternatives('afresh.lead'),
    heads: language.alternatives('besides.also'),
    tails: [],
    things: [],
  };
});
