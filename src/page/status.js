/** What the server tells this page, and the line that says what keeps the person waiting. */

export const settings = JSON.parse(document.getElementById('settings').textContent);

/** Direct Line's connection states. */
export const ONLINE = 2;
export const EXPIRED_TOKEN = 3;

const line = document.getElementById('status');

/** 'connecting', 'failed', or nothing. */
export function tell(state) {
  const text = state === undefined ? '' : settings.words[state];
  line.dataset.state = state ?? 'online';
  // The same words again would be read out again.
  if (line.textContent !== text) line.textContent = text;
}
