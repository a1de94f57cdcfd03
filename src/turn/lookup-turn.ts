import { byTitle } from '../cards/cite.js';
import { insertable, messageReadingCard } from '../cards/lookup-cards.js';
import { ruleTexts } from '../cards/rule-note.js';
import { dialogCard, hint, results } from '../channels/extension/extension.js';
import type { InboundExtension } from '../channels/inbound.js';
import { correctedReading, explained, readMessage, search } from '../conversation/lookup.js';
import { LANGUAGES, type LanguageTag } from '../language/languages.js';

/** Answers the message extension. It keeps nothing: no conversation is touched. */
export function answerExtension({ request }: InboundExtension, tag: LanguageTag): object {
  const language = LANGUAGES[tag];
  switch (request.kind) {
    case 'search': {
      const found = search(request.text, tag);
      if (found !== undefined) return results(found.map((each) => insertable(language, each)));
      const note = explained(request.text, tag);
      return hint(
        note === undefined
          ? language.say('extension.nothing')
          : language.sentences(ruleTexts(language, note, byTitle)),
      );
    }
    case 'read': {
      const card = messageReadingCard(language, readMessage(request.text, tag), true);
      return dialogCard(language.say('extension.title'), card);
    }
    case 'correct': {
      const card = messageReadingCard(language, correctedReading(request.situation), false);
      return dialogCard(language.say('extension.title'), card);
    }
    case 'insert': {
      const { guidance } = correctedReading(request.situation);
      return results([insertable(language, { guidance, if: undefined })]);
    }
  }
}
