import { LANGUAGES } from '../../src/language/languages.js';
import type { Json } from '../turn/bot-server.js';

/** What is expected to be counted in a turn of somebody in Teams who reads English. */

export const TEXT = { 'turns_total{channel=msteams,input=text}': 1, 'languages_total{language=en}': 1 };
export const tapped = (input: string): Json => ({
  [`turns_total{channel=msteams,input=${input}}`]: 1,
  'languages_total{language=en}': 1,
});
export const ANSWER = tapped('answer');
export const asks = (fact: string): Json => ({ [`questions_total{fact=${fact}}`]: 1 });
export const BEGUN = { 'interviews_total{state=begun}': 1 };
export const FINISHED = { 'interviews_total{state=finished}': 1 };
export const gave = (eligibility: string): Json => ({
  [`guidance_total{eligibility=${eligibility},edition=2026-11}`]: 1,
});

export const CHANGE_SELLER = `change ${LANGUAGES.en.say('fact.seller.name')}`;
