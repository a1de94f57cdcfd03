import assert from 'node:assert/strict';
import { normalForm } from '../../../src/language/gate/normal-form.js';
import {
  plainAnswer,
  plainLines,
  plainReplies,
  plainReply,
  YES_AND_NO,
} from '../../../src/language/gate/plain-answers.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../src/language/languages.js';
import { optionKey } from '../../../src/language/policy-keys.js';
import { readTyped } from '../../../src/language/typed.js';
import { FACT_IDS, type FactId, isAnswer, optionsOf } from '../../../src/policy/facts.js';
import { fresh, known, origin, say, screen, tap } from '../../conversation/talk.js';
import { someOf } from '../../effort.js';
import { doubts, SIGNS } from './doubts.js';

function shown(fact: FactId) {
  return { fact, options: optionsOf(fact) };
}

/** Every line of the set of a language, with the question that it answers. */
function* everyLine(tag: LanguageTag) {
  for (const fact of FACT_IDS)
    for (const [line, answer] of plainLines(shown(fact), tag)) yield { fact, line, answer };
}

/** With something before it, behind it, or at any place in it. */
function* around(line: string, added: string): Generator<string> {
  const blank = /^[\p{L}(]/u.test(added) ? ' ' : '';
  yield `${added}${blank}${line}`;
  yield `${line}${blank}${added}`;
  if (blank === '') yield `${added} ${line}`;
  if (blank === '') yield `${line} ${added}`;
  for (let at = line.indexOf(' '); at > 0; at = line.indexOf(' ', at + 1))
    yield `${line.slice(0, at)} ${added} ${line.slice(at + 1)}`;
  const half = line.length >> 1;
  if (half > 0) yield `${line.slice(0, half)}${added}${line.slice(half)}`;
}

/** What is left of a line when it is compared by its letters: "direct bill" and "direct-bill" are both on the list. */
function letters(line: string): string {
  return line
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Listed as they are, with a word in them that means something else elsewhere. */
const AGREED = new Set(['isso aí', 'é isso aí', 'isso ai', 'e isso ai']);

const HAN = /\p{Script=Han}/u;
/** Signs that stand in lines of the list. */
const IN_LINES = /^[-,#()/]$/;
/** What is denied twice in answer to a question is denied: "no, not yet". */
function isNo(fact: FactId, answer: unknown): boolean {
  return answer === 'unknown' || YES_AND_NO[fact]?.[1] === answer;
}

describe('The lines that count as an answer without being shown', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`are a finite set for each question, each with one answer (${tag})`, () => {
      const { say: words } = LANGUAGES[tag];
      for (const fact of FACT_IDS) {
        const lines = plainLines(shown(fact), tag);
        assert.ok(lines.size > 50 && lines.size < 1000, `${fact}: ${lines.size}`);
        for (const [line, answer] of lines) {
          assert.ok(answer === 'unknown' || isAnswer(fact, answer), line);
          assert.equal(normalForm(line), line);
          for (const written of [line, `  ${line} `, `${line}.`, line.toUpperCase()])
            if (written.toLowerCase().trim().startsWith(line))
              assert.equal(plainAnswer(written, tag, shown(fact)), answer, `${fact}? ${written}`);
          assert.equal(readTyped(line, tag, undefined).kind === 'command', false, `${line} is a command`);
        }
        for (const option of optionsOf(fact)) {
          const label = words.call(LANGUAGES[tag], optionKey(fact, option));
          assert.equal(plainAnswer(label, tag, shown(fact)), option, label);
          assert.equal(plainAnswer(option, tag, shown(fact)), option, option);
        }
      }
    });

    it(`name under each question only what it offers, and no line twice (${tag})`, () => {
      for (const fact of FACT_IDS) {
        const said = LANGUAGES[tag].alternatives(`alone.${fact}`).flatMap((line) => {
          const [id = '', names = ''] = line.split(' = ');
          assert.ok((optionsOf(fact) as readonly string[]).includes(id), `${fact}: ${id}`);
          return names.split(', ').map((name) => [normalForm(name) ?? '', id] as const);
        });
        for (const [name, id] of said) assert.equal(plainLines(shown(fact), tag).get(name), id, name);
        assert.equal(new Set(said.map(([name]) => name)).size, said.length, fact);
      }
    });

    it(`count in the chat (${tag})`, () => {
      const session = fresh(tag);
      let number = 0;
      for (const { fact, line, answer } of everyLine(tag)) {
        number += 1;
        if (number % 41 !== 0) continue;
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        const { options } = screen(asked, 'question');
        const counts = plainAnswer(line, tag, { fact, options });
        assert.equal(known(say(asked, line))[fact], counts, `${fact}? ${line}`);
        if (options.length === optionsOf(fact).length) assert.equal(counts, answer, line);
      }
    });
  }

  it('answer yes and no only where the question does', () => {
    for (const fact of FACT_IDS) {
      const asks = Object.hasOwn(YES_AND_NO, fact);
      assert.equal(plainAnswer('yes', 'en', shown(fact)) !== undefined, asks, fact);
    }
  });

  it('are small words only in the reader’s own language, in English, or in their own script', () => {
    const region = shown('region');
    assert.equal(plainAnswer('nem', 'hu', region), 'different');
    for (const line of ['nem', 'sim', 'igen', 'não'])
      assert.equal(plainAnswer(line, 'en', region), undefined);
    assert.equal(plainAnswer('да', 'en', region), 'same');
    assert.equal(plainAnswer('nem', 'pt-BR', region), undefined);
    assert.equal(plainReply('igen', 'pt-BR'), undefined);
    assert.equal(plainReply('ja', 'en'), undefined);
  });
});

describe('A line that counts unseen, with anything added', () => {
  const words = doubts();

  for (const [index, tag] of LANGUAGE_TAGS.entries()) {
    it(`counts no longer: signs before it, behind it and in it (${tag})`, () => {
      for (const { fact, line } of someOf(everyLine(tag), 7, index)) {
        for (const sign of SIGNS) {
          for (const changed of around(line, sign)) {
            const counts = plainAnswer(changed, tag, shown(fact));
            const form = normalForm(changed) ?? '';
            if (counts === undefined || form === line) continue;
            const alike = letters(form) === letters(line);
            const keycap = sign === '\ufe0f' && form.endsWith('\ufe0f\u20e3');
            const accent = /^\p{M}$/u.test(sign) && !/\p{M}/u.test(form);
            const listed = IN_LINES.test(sign.replace(/[–—]/u, '-'));
            assert.ok(alike && (keycap || accent || listed), `${fact}? ${changed}`);
            assert.equal(counts, plainAnswer(line, tag, shown(fact)), changed);
          }
        }
      }
    });

    it(`counts no longer, or for what it then says: words that doubt, deny and quote (${tag})`, () => {
      const listed = new Set(words.map((word) => word.toLowerCase()));
      for (const fact of FACT_IDS) {
        const lines = plainLines(shown(fact), tag);
        for (const [line, answer] of someOf(lines, 7, index)) {
          for (let start = 0; start < line.length; start++) {
            for (let end = start + 1; end <= line.length; end++) {
              if (!listed.has(line.slice(start, end))) continue;
              const less = `${line.slice(0, start)} ${line.slice(end)}`.replace(/ +/g, ' ').trim();
              const without =
                lines.get(less) ?? (HAN.test(line) ? lines.get(less.replaceAll(' ', '')) : undefined);
              if (without === undefined || isNo(fact, answer)) continue;
              const part = /[\p{L}\p{N}]/u.test(line.charAt(start - 1) + line.charAt(end));
              if (part && !HAN.test(line)) continue;
              assert.notEqual(without, answer, `${fact}? ${line} says ${less}`);
            }
          }
        }
      }
    });

    it(`counts for nothing in the chat (${tag})`, () => {
      const session = fresh(tag);
      const every = [...everyLine(tag)];
      const added = [...words, ...SIGNS];
      for (let number = 0; number < 120; number++) {
        const { fact, line } = every[(number * 7919) % every.length] ?? assert.fail();
        const word = added[(number * 104_729) % added.length] ?? assert.fail();
        const asked = tap(session, { kind: 'change', fact, origin: origin(session) });
        const { options } = screen(asked, 'question');
        const changed = [...around(line, word)].filter(
          (each) => plainAnswer(each, tag, { fact, options }) === undefined,
        );
        const turn = changed[number % Math.max(1, changed.length)];
        if (turn !== undefined) assert.deepEqual(known(say(asked, turn)), {}, `${fact}? ${turn}`);
      }
    });

    it(`confirms nothing that was shown (${tag})`, () => {
      for (const [line, yes] of plainReplies(tag)) {
        for (const word of someOf([...SIGNS, ...words], 7, index)) {
          const blank = /^\p{L}/u.test(word) ? ' ' : '';
          for (const changed of [`${word}${blank}${line}`, `${line}${blank}${word}`]) {
            const form = normalForm(changed) ?? '';
            if (plainReply(changed, tag) !== true || letters(form) === letters(line)) continue;
            assert.ok(yes && AGREED.has(form), changed);
          }
        }
      }
    });

    it(`counts no longer with another option beside it (${tag})`, () => {
      for (const fact of FACT_IDS) {
        const labels = optionsOf(fact).map((option) => LANGUAGES[tag].say(optionKey(fact, option)));
        for (const one of labels)
          for (const other of labels.filter((each) => each !== one))
            for (const between of [' ', ', ', '/', ' or ', ' / ', '\n', ' not '])
              assert.equal(plainAnswer(`${one}${between}${other}`, tag, shown(fact)), undefined, one);
      }
    });
  }
});
