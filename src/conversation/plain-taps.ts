import { stays } from '../policy/facts.js';
import type { Plain } from './action.js';
import { withCall } from './desk.js';
import { whyScreen } from './explain.js';
import { grantedNext } from './granted.js';
import { person, share, ticket } from './guidance-turns.js';
import { originOf } from './interview/state.js';
import { questionOf, view } from './interview/viewed.js';
import { whyFact } from './rule-answer.js';
import { show, showOr, stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** Why the guidance is what it is, or, while it is asked for what leads there, why that is asked. */
function why(session: Session): Turn {
  const { conversation } = session;
  const asked = questionOf(conversation);
  const isAsking = view(conversation).kind === 'question' && asked !== undefined;
  return isAsking
    ? stay(session, whyFact(conversation, asked.fact))
    : showOr(session, whyScreen(conversation));
}

type ShownPlain = Exclude<Plain, 'helped' | 'wrong'>;

export function plain(session: Session, which: ShownPlain): Turn {
  const { conversation, language } = session;
  switch (which) {
    case 'show':
      return stay(session);
    case 'help':
      return show(session, { kind: 'help' });
    case 'language':
      return show(session, { kind: 'languages', current: language });
    case 'edition':
      return show(session, { kind: 'editions', origin: originOf(conversation) });
    case 'why':
      return why(session);
    case 'call':
    case 'chat':
      return stay({ ...session, desk: withCall(session.desk, which === 'call') });
    case 'ticket':
    case 'wholeTicket':
      return ticket(session, which === 'wholeTicket');
    case 'share':
      return share(session);
    case 'person':
      return person(session);
    case 'known':
      return show(session, {
        kind: 'known',
        answers: conversation.answers,
        places: conversation.places,
        later:
          conversation.later?.waiting.map(({ read }) =>
            read.map(([fact, value]) => [fact, value] as const),
          ) ?? [],
        asker: grantedNext(session).filter(([fact]) => stays(fact)),
        home: session.home,
        days: session.around.retentionDays,
        origin: originOf(conversation),
      });
    case 'forget':
      return show(session, { kind: 'forget', origin: originOf(conversation) });
  }
}
