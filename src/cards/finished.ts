import { fromOf } from '../dialog/action.js';
import type { View } from '../dialog/view.js';
import type { Language } from '../language/language.js';
import type { GuidanceView, QuestionView } from '../policy/conversation.js';
import { Kept } from '../policy/kept.js';
import { CardPattern, DrawnCard } from './drawn-card.js';
import type { Message, OutgoingMessage } from './message.js';
import { present } from './present.js';
import type { Card } from './template.js';

/** In place of where a card is drawn while it is finished for everybody: `ANYONE`; no conversation has it. */
const ANYWHERE = { key: '', interview: 0, turn: 0 } as const;

/** How a channel wants its cards. Its name tells its cards from those of others. */
export interface Shape {
  readonly name: string;
  card(card: Card): Card;
}

/** A message for everybody who comes to the same. */
interface Finished {
  readonly message: Omit<Message, 'card'>;
  readonly card: Card;
}

/** One that people see first, as the build keeps it. */
export interface FirstCard extends Finished {
  readonly key: string;
}

interface KeptMessage {
  readonly message: Finished['message'];
  readonly pattern: CardPattern;
}

/** Questions and guidance that were put into words lately; a card takes some 40 KB. */
const finished = new Kept<KeptMessage>(1000);

type Repeated = QuestionView | GuidanceView | { readonly kind: 'welcome'; readonly origin?: undefined };

/**
 * The screen, if others will come to the same. What is marked as under review is not marked for long, and nobody
 * else has opened this receipt.
 */
function repeated({ screen, notes }: View): Repeated | undefined {
  if (notes.some(({ kind }) => kind === 'receiptOpened')) return undefined;
  if (screen.kind === 'question' || screen.kind === 'welcome') return screen;
  if (screen.kind !== 'guidance') return undefined;
  const { reasons, steps, cautions, changes } = screen.guidance;
  const marked = [reasons, steps, cautions, changes].some((all) => all.some((each) => each.underReview));
  return marked ? undefined : screen;
}

/** What the screen shows beside notes. The answers that matter and the edition are all that guidance depends on. */
function contentOf(screen: Repeated): string {
  if (screen.kind === 'welcome') return '';
  const shown = `${screen.origin.edition ?? ''} ${screen.answers.join()}`;
  if (screen.kind === 'guidance') return shown;
  const { fact, options, number, remaining, current } = screen;
  return `${shown} ${fact} ${options.join()} ${number} ${remaining} ${current}`;
}

/** All that a card depends on but where it is drawn. */
function keyOf(screen: Repeated, notes: View['notes'], language: Language, shape: Shape): string {
  const told = notes.length === 0 ? '' : JSON.stringify(notes);
  return `${shape.name} ${language.tag} ${screen.kind} ${contentOf(screen)} ${told}`;
}

/** The same view as everybody sees it. */
function anywhere(view: View, screen: Repeated): View {
  if (screen.kind === 'welcome') return view;
  return { ...view, screen: { ...screen, origin: { ...screen.origin, ...ANYWHERE } } };
}

function finish(view: View, screen: Repeated, language: Language, shape: Shape): Finished {
  const { card, ...message } = present(anywhere(view, screen), language);
  return { message, card: shape.card(card) };
}

function toKeep({ message, card }: Finished): KeptMessage {
  return { message, pattern: new CardPattern(card) };
}

/** A view that others will come to as well, finished: what the build keeps of those that people see first. */
export function firstCard(view: View, language: Language, shape: Shape): FirstCard | undefined {
  const screen = repeated(view);
  if (screen === undefined) return undefined;
  return { key: keyOf(screen, view.notes, language, shape), ...finish(view, screen, language, shape) };
}

/** Takes a card that was finished before. */
export function recallCard(first: FirstCard): void {
  finished.set(first.key, toKeep(first));
}

/** A view in the reader's words and as the channel wants it: as it was finished before, or drawn now. */
export function finishedMessage(view: View, language: Language, shape: Shape): OutgoingMessage {
  const screen = repeated(view);
  if (screen === undefined) {
    const message = present(view, language);
    return { ...message, card: shape.card(message.card) };
  }
  const key = keyOf(screen, view.notes, language, shape);
  const { message, pattern } = finished.of(key, () => toKeep(finish(view, screen, language, shape)));
  const from = screen.origin === undefined ? '' : fromOf(screen.origin);
  return { ...message, card: new DrawnCard(pattern, from) };
}
