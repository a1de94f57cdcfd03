/** How long the chat may take to tell of what it has drawn. */
const LATE_MS = 3000;

/**
 * Whoever hears the page has heard the first card, which came with it: the chat takes its place, tells of every card that it
 * draws, and is not to tell of this one again. To be called while the first card is still there.
 */
export function hushFirst(chat) {
  const title = document.querySelector('#first h2')?.textContent.trim() ?? '';
  if (title === '') return;

  function hush() {
    const all = [...chat.querySelectorAll('[role="log"] > *')];
    const again = all.find(({ textContent }) => textContent.includes(title));
    again?.setAttribute('aria-hidden', 'true');
    return again !== undefined;
  }

  if (hush()) return;
  const watch = new MutationObserver(() => hush() && watch.disconnect());
  watch.observe(chat, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), LATE_MS);
}
