import { LANGUAGES } from '../languages.js';
import { announced } from './announced.js';

/** "And now a new customer: …", "换个客户": who follows is somebody else, and what was answered before is not theirs. */
export const anotherCustomer = announced((tag) => {
  const language = LANGUAGES[tag];
  const who = language.alternatives('afresh.who');
  return {
    leads: language.alternatives('afresh.lead'),
    heads: language
      .alternatives('afresh.other')
      .flatMap((other) => who.map((each) => other.replace('{who}', each))),
    tails: language.alternatives('afresh.tail'),
    things: language.alternatives('afresh.not'),
  };
});
