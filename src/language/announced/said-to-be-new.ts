import { LANGUAGES } from '../languages.js';
import { announced } from './announced.js';

/** "It's a new customer": who follows is somebody else, or what the one is that is talked about. */
export const saidToBeNew = announced((tag) => {
  const language = LANGUAGES[tag];
  const who = language.alternatives('afresh.who');
  return {
    leads: language.alternatives('afresh.lead'),
    heads: language
      .alternatives('afresh.described')
      .flatMap((said) => who.map((each) => said.replace('{who}', each))),
    tails: language.alternatives('afresh.tail'),
    things: [],
  };
});
