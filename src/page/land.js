/** Brings what was said last into view, from its top, and the focus to it where the person has tapped a card. */

const SAID = '.webchat__basic-transcript__activity';
const CARD = '.ac-adaptiveCard';
const SCROLLS = '.webchat__basic-transcript__scrollable';
/** Above what is shown from its top. */
const GAP_PX = 4;
/** So long after anything was drawn more of it may grow, and Web Chat may scroll. */
const SETTLE_MS = 1500;
/** Whoever does this looks at something else already. */
const OWN_WAY = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

const SCROLL_TOP = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTop');

/** With these the person has Web Chat move what was said, and so long, unless they are in the middle of a line. */
const MOVING_KEYS = ['PageUp', 'PageDown', 'Home', 'End'];
const MOVING_MS = 1000;

/**
 * Web Chat moves what was said to its end bit by bit, whatever motion the person wants, against who leads to its top,
 * and long after: it moves nothing but for a key of the person. Wheel, finger and bar move it without Web Chat.
 *
 * @param mayMove whether the person has just told it to
 * @param tried called each time it wanted to otherwise
 */
function keepStill(scrolls, mayMove, tried) {
  if (Object.hasOwn(scrolls, 'scrollTop')) return;
  Object.defineProperty(scrolls, 'scrollTop', {
    configurable: true,
    get: () => SCROLL_TOP.get.call(scrolls),
    set(top) {
      if (mayMove()) SCROLL_TOP.set.call(scrolls, top);
      else tried();
    },
  });
}

/** So many frames in which Web Chat did not move anything: it means to no more. It looks at where it is every few. */
const RELEASE_FRAMES = 15;
/** It is told again so many frames after it was told in vain. */
const TELL_FRAMES = 3;

/**
 * Web Chat still means to go to the end, and would try for ever, which costs a phone its battery. A wheel ends its way there, and a scroll
 * away from the end tells it that it is not wanted there. It does not hear that where it has just set out again or the
 * card has just grown, as on a slow device: it is told until it stands still. Counted in frames, which are late there too.
 *
 * @param tries how often it wanted to move what is shown
 */
function letGo(scrolls, tries, done) {
  let before = -1;
  let still = 0;
  let told = TELL_FRAMES;
  const look = () => {
    still += 1;
    if (tries() !== before) {
      before = tries();
      still = 0;
      if (told >= TELL_FRAMES) told = 0;
    }
    if (told === 0) scrolls.dispatchEvent(new WheelEvent('wheel'));
    if (told === 1) scrolls.dispatchEvent(new Event('scroll'));
    told += 1;
    if (still < RELEASE_FRAMES) requestAnimationFrame(look);
    else done();
  };
  look();
}

/** Who is in the middle of a line goes on with it. */
function isTyping() {
  const { activeElement } = document;
  return activeElement?.matches('textarea, input') === true && activeElement.value !== '';
}

/** Where the focus goes: to the first answer of what is asked, or else to what the card says first. */
function startOf(card, asks) {
  const first = asks ? card.querySelector('.ac-selectable') : card.querySelector('[role="heading"]');
  if (first !== null && first.tabIndex < 0) first.tabIndex = -1;
  return first;
}

/**
 * @param element what the chat is drawn in
 * @param asks whether the newest card puts a question
 */
export function createLanding(element, asks) {
  let last;
  let wantsFocus = false;
  let until = 0;
  let following = false;

  /** A tap is on its way: what is looked at stays where it is until the answer leads on. */
  let expecting = false;
  let releasing = false;
  let tries = 0;
  const isLed = () => expecting || performance.now() <= until;

  let goesOwnWay = false;
  let movesUntil = 0;
  const mayMove = () => performance.now() < movesUntil;
  const stop = ({ isTrusted, key }) => {
    if (!isTrusted) return;
    if (MOVING_KEYS.includes(key) && !isTyping()) movesUntil = performance.now() + MOVING_MS;
    goesOwnWay = true;
    expecting = false;
    until = 0;
  };
  for (const name of OWN_WAY) element.addEventListener(name, stop, { capture: true, passive: true });

  function release(scrolls) {
    if (releasing) return;
    releasing = true;
    const asked = () => tries;
    letGo(scrolls, asked, () => {
      releasing = false;
    });
  }

  function follow() {
    following = false;
    const scrolls = last?.closest(SCROLLS);
    if (!scrolls) return;
    if (performance.now() > until) {
      release(scrolls);
      return;
    }
    keepStill(scrolls, mayMove, () => {
      tries += 1;
      if (!isLed()) release(scrolls);
    });
    const [there, here] = [scrolls.getBoundingClientRect(), last.getBoundingClientRect()];
    const above = here.top - there.top - GAP_PX;
    // A line is only brought into sight: what it stands below is still read.
    const below = here.bottom - there.bottom + GAP_PX;
    const by = last.querySelector(CARD) === null ? Math.max(0, Math.min(above, below)) : above;
    if (Math.abs(by) > 1) scrolls.scrollBy({ top: by, behavior: 'instant' });
    // On a low screen the chat begins below it.
    if (document.documentElement.scrollHeight > innerHeight) element.scrollIntoView({ block: 'nearest' });
    following = true;
    requestAnimationFrame(follow);
  }

  function land() {
    const said = [...element.querySelectorAll(SAID)].at(-1);
    if (said === undefined) return;
    const isNew = said !== last;
    last = said;
    if (isNew) {
      goesOwnWay = false;
      expecting = false;
    }
    if (!goesOwnWay) until = performance.now() + SETTLE_MS;
    if (!following && !goesOwnWay) follow();
    if (!isNew) return;
    const card = said.querySelector(CARD);
    if (card === null || !wantsFocus) return;
    wantsFocus = false;
    if (!isTyping()) startOf(card, asks())?.focus({ preventScroll: true });
  }

  new MutationObserver(land).observe(element, { childList: true, subtree: true });
  return {
    /** The next card gets the focus. */
    expect() {
      wantsFocus = true;
      expecting = true;
    },
  };
}
