import type { TurnEnd, Turns } from '../turn/bot.js';
import type { TurnParts } from '../turn/parts.js';
import type { Measures } from './measures.js';
import { observeTurn } from './observe.js';

type MeasuredSessions = TurnParts['sessions'];
type MeasuredEffects = TurnParts['effects'];

function measuredSessions(sessions: MeasuredSessions, measures: Measures): MeasuredSessions {
  return {
    languageOf: (owner, locales) => sessions.languageOf(owner, locales),
    opened: (owner, card) => sessions.opened(owner, card),
    remember: (owner, handOver) => sessions.remember(owner, handOver),
    unkept: (owner, kept) => sessions.unkept(owner, kept),
    async turn(delivered) {
      const done = measures.turnSeconds.start('state');
      const turn = await sessions.turn(delivered).finally(done);
      if (!turn.repeated) observeTurn(measures, delivered.owner.channel, delivered.input, turn);
      return turn;
    },
  };
}

function measuredEffects(
  effects: MeasuredEffects,
  { turnSeconds, errors, handOvers }: Measures,
): MeasuredEffects {
  return {
    canHandOver: effects.canHandOver,
    async carryOut(effect, ...more) {
      const timed = turnSeconds.start('outside');
      const done = await effects.carryOut(effect, ...more);
      timed();
      if (!done) errors.inc({ kind: effect.kind });
      if (effect.kind === 'handOver') handOvers.inc({ result: done ? 'sent' : 'failed' });
      return done;
    },
  };
}

function measuredCases(cases: TurnParts['cases'], { turnSeconds, errors }: Measures): TurnParts['cases'] {
  return {
    open: (keeper, id) => cases.open(keeper, id),
    list: (keeper) => cases.list(keeper),
    due: (keeper, day) => cases.due(keeper, day),
    async carryOut(...deed) {
      const done = turnSeconds.start('outside');
      try {
        return await cases.carryOut(...deed);
      } catch (error) {
        errors.inc({ kind: 'case' });
        throw error;
      } finally {
        done();
      }
    },
  };
}

/** The parts of turns, with their times taken, and what people do and what fails counted. */
export function measuredParts(parts: TurnParts, measures: Measures): TurnParts {
  const { turns, turnSeconds, languages, errors } = measures;
  return {
    sessions: measuredSessions(parts.sessions, measures),
    cases: measuredCases(parts.cases, measures),
    reminders: parts.reminders,
    greetings: parts.greetings,
    effects: measuredEffects(parts.effects, measures),
    render(...view) {
      const done = turnSeconds.start('render');
      const activity = parts.render(...view);
      done();
      return activity;
    },
    async send(reply, activity) {
      const done = turnSeconds.start('reply');
      try {
        return await parts.send(reply, activity);
      } catch (error) {
        errors.inc({ kind: 'reply' });
        throw error;
      } finally {
        done();
      }
    },
    lookUp(asked, language) {
      turns.inc({ channel: asked.speaker.channel, input: asked.kind });
      languages.inc({ language });
      return parts.lookUp(asked, language);
    },
  };
}

/** Whole turns, with their time taken, and those counted that failed. */
export function measuredTurns(turns: Turns, { turnSeconds, errors }: Measures): Turns {
  return {
    async dialog(context, asked) {
      const done = turnSeconds.start('total');
      // A turn that rejects has failed as well.
      let end: TurnEnd = 'failed';
      try {
        end = await turns.dialog(context, asked);
        return end;
      } finally {
        if (end === 'failed') errors.inc({ kind: 'turn' });
        done();
      }
    },
    async lookUp(context, asked) {
      const done = turnSeconds.start('total');
      await turns.lookUp(context, asked).finally(done);
    },
  };
}
