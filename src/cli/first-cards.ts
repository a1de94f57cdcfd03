import { writeFileSync } from 'node:fs';
import { FIRST_CARDS, firstCard } from '../cards/finished.js';
import { CHANNELS } from '../channels/registry.js';
import type { View } from '../dialog/view.js';
import { LANGUAGES } from '../language/languages.js';
import { begin, view } from '../policy/conversation.js';

/**
 * Part of the build: finishes the cards that people see first, in every language and for every channel, so that the
 * first answer after a start need not wait for the template engine.
 */
const question = view(begin('first'));
const welcome: View = { screen: { kind: 'welcome' }, notes: [], origin: undefined };
const asked: View = { screen: question, notes: [], origin: question.origin };
const restarted: View = { ...asked, notes: [{ kind: 'restarted' }] };

const cards = [welcome, asked, restarted].flatMap((seen) =>
  Object.values(LANGUAGES).flatMap((language) =>
    [...new Set(Object.values(CHANNELS))].flatMap((channel) => firstCard(seen, language, channel) ?? []),
  ),
);
writeFileSync(FIRST_CARDS, JSON.stringify(cards));
