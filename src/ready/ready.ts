import { LRUCache } from 'lru-cache';
import type { Draw, Message, Shape } from '../cards/message.js';
import { draw, present } from '../cards/present.js';
import { fromOf } from '../conversation/action.js';
import type { GuidanceView, QuestionView } from '../conversation/interview/shown.js';
import { spelledPlaces } from '../conversation/interview/whereabouts.js';
import { isRuleNote } from '../conversation/rule-answer.js';
import type { View } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { CardPattern, ReadyCard } from './ready-card.js';

/** Where a card is drawn while it is drawn for everybody: `ANYONE`. */
const ANYWHERE = { key: '', interview: 0, turn: 0 } as const;

/** A message for everybody who comes to the same, its card with `ANYONE` in place of the origin. */
export interface Finished extends Message {
  readonly key: string;
}

interface KeptAnswer {
  readonly message: Omit<Message, 'card'>;
  readonly pattern: CardPattern;
}

/** The bytes that are kept, at most: some six hundred messages; more of them save little. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What a message takes beside its card and its texts. */
const FRAME_BYTES = 1024;

/** What was told one person, and hardly ever another. */
function isOfOne(note: View['notes'][number]): boolean {
  return note.kind === 'receiptOpened' || note.kind === 'answerChanged' || isRuleNote(note);
}

type Repeated = QuestionView | GuidanceView | { readonly kind: 'welcome'; readonly origin?: undefined };

/**
 * The screen, if others will come to the same. What is marked as under review is not marked for long, and nobody
 * else has opened this receipt, asked this question, or these subscriptions.
 */
function repeated({ screen, notes }: View): Repeated | undefined {
  if (notes.some((note) => isOfOne(note))) return undefined;
  if (screen.kind === 'question' || screen.kind === 'welcome') return screen;
  // What else the customer has is hardly ever what somebody else's has.
  if (screen.kind !== 'guidance' || screen.next !== undefined || screen.among !== undefined) return undefined;
  const { reasons, steps, cautions, changes } = screen.guidance;
  const marked = [reasons, steps, cautions, changes].some((all) => all.some((each) => each.underReview));
  return marked ? undefined : screen;
}

/** What stands beside an old edition depends on answers too that do not matter to it. */
function nowKey({ now }: GuidanceView['guidance']): string {
  return now === undefined ? '' : [now.edition, now.eligibility, now.differs, ...now.turnsOn].join();
}

/** What the screen shows beside notes: it depends on the edition, the answers that matter to it, and on what is true today. */
function contentOf(screen: Repeated): string {
  if (screen.kind === 'welcome') return '';
  const places = screen.places && spelledPlaces(screen.places);
  const shown = `${screen.origin.edition ?? ''} ${screen.answers.join()} ${screen.granted.join()} ${places ?? ''}`;
  if (screen.kind === 'guidance') return `${shown} ${nowKey(screen.guidance)}`;
  const { fact, options, number, remaining, current, named } = screen;
  const kept = named && spelledPlaces(named);
  return `${shown} ${fact} ${options.join()} ${number} ${remaining} ${current} ${kept ?? ''}`;
}

/** All that a message depends on but where it is drawn. */
function keyOf(screen: Repeated, { notes, keeping }: View, language: Language, shape: Shape): string {
  const told = notes.length === 0 ? '' : JSON.stringify(notes);
  // Only guidance offers to keep the case.
  const offered = screen.kind === 'guidance' ? (keeping ?? '') : '';
  return `${shape.name} ${language.tag} ${screen.kind} ${contentOf(screen)} ${offered} ${told}`;
}

/** The same view as everybody sees it. */
function anywhere(view: View, screen: Repeated): View {
  if (screen.kind === 'welcome') return view;
  return { ...view, screen: { ...screen, origin: { ...screen.origin, ...ANYWHERE } } };
}

function finish(view: View, screen: Repeated, language: Language, shape: Shape): Message {
  const { card, ...message } = present(anywhere(view, screen), language);
  return { ...message, card: shape.card(card) };
}

/** A view that others will come to as well, drawn for everybody: what the build keeps of those that people see first. */
export function finished(view: View, language: Language, shape: Shape): Finished | undefined {
  const screen = repeated(view);
  if (screen === undefined) return undefined;
  return { key: keyOf(screen, view, language, shape), ...finish(view, screen, language, shape) };
}

/** What it takes in memory, about: texts are kept as UTF-16 where a letter of them needs it. */
function bytesOf({ message, pattern }: KeptAnswer): number {
  const { text, speak, copy } = message;
  const texts = [text, speak, ...Object.values(copy ?? {})];
  const letters = texts.reduce((sum, each) => sum + (each?.length ?? 0), 0);
  return FRAME_BYTES + pattern.size + 2 * letters;
}

/**
 * Draws what was drawn before without drawing it again: questions and guidance, and what people see first, that many
 * come to. It may be left out, and everything is as it was, only slower.
 * @param first what the build finished in a language, read when somebody speaks it
 */
export function keepReady(first: (tag: string) => readonly Finished[] = () => []): Draw {
  const spoken = new Set<string>();
  const kept = new LRUCache<string, KeptAnswer>({ maxSize: MOST_BYTES, sizeCalculation: bytesOf });

  function keep(key: string, { card, ...message }: Message): KeptAnswer {
    const each = { message, pattern: new CardPattern(card) };
    kept.set(key, each);
    return each;
  }

  function recall(tag: string): void {
    if (spoken.has(tag)) return;
    spoken.add(tag);
    for (const { key, ...message } of first(tag)) keep(key, message);
  }

  return (view, language, shape) => {
    const screen = repeated(view);
    if (screen === undefined) return draw(view, language, shape);
    recall(language.tag);
    const key = keyOf(screen, view, language, shape);
    const { message, pattern } = kept.get(key) ?? keep(key, finish(view, screen, language, shape));
    const from = screen.origin === undefined ? '' : fromOf(screen.origin);
    return { ...message, card: new ReadyCard(pattern, from) };
  };
}
