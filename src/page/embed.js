/*
 * Adds the advisor to any site:
 *   <script src="https://…/embed.js" data-locale="hu" async></script>
 * data-locale: the language; else that of the page, else the browser's. data-open: open from the start.
 * data-target: a selector of the element to fill, instead of a button in the corner. data-mode: "call" for one live
 * card beside a phone call, instead of a chat. data-situation: what is known already, such as
 * "cloud=public seller=enterpriseAgreement".
 * What happens is told to the page as events "advisor" of its document, in ids.
 * The server puts WORDS in front, so that no words stand here, and ORIGINS, which may show the advisor. On any other page
 * the browser would refuse the frame without a word; so it is said here, to whoever looks after the site.
 */
const script = document.currentScript;
const { locale: wished, mode, open: openFromTheStart, situation = '', target } = script.dataset;
const home = new URL(script.src).origin;
const locale = wished || document.documentElement.lang || navigator.language;

const primary = (tag) => tag.toLowerCase().split(/[-_]/)[0];
const tags = Object.keys(WORDS);
const words =
  WORDS[tags.find((tag) => tag.toLowerCase() === locale.toLowerCase())] ??
  WORDS[tags.find((tag) => primary(tag) === primary(locale)) ?? tags[0]];

/** Whether this page may show the advisor. As for browsers, who is named with http may use https as well. */
function isAllowed(origin) {
  if (origin === home) return true;
  return ORIGINS.some(
    (allowed) => ['*', origin].includes(allowed) || allowed.replace(/^http:/, 'https:') === origin,
  );
}

const allowed = isAllowed(location.origin);
const refused = words.refused.replace('%ORIGIN%', location.origin);
if (!allowed) console.error(`Multi-channel Advisor: ${refused}`);

const STYLE = `
:host { all: initial; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
p { box-sizing: border-box; margin: 0; padding: 24px; font: 16px/1.5 sans-serif; color: CanvasText; background: Canvas; }
.inline { block-size: 100%; min-block-size: 480px; }
.panel {
  position: fixed; z-index: 2147483000; inset-block-end: 20px; inset-inline-end: 20px; overflow: hidden;
  inline-size: min(440px, 100vw - 40px); block-size: min(760px, 100vh - 40px);
  background: Canvas; border: 1px solid rgb(128 128 140 / 35%); border-radius: 16px;
  box-shadow: 0 12px 40px rgb(0 0 0 / 22%);
}
.panel[hidden] { display: none; }
button {
  position: fixed; z-index: 2147483001; inset-block-end: 20px; inset-inline-end: 20px; margin: 0;
  min-block-size: 48px; padding: 0 20px; cursor: pointer;
  font: 600 15px/1.3 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, 'PingFang SC',
    'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
  color: #fff; background: #4a4db0; border: 1px solid transparent; border-radius: 24px;
  box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
}
button:hover { background: #3d4099; }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #4a4db0; }
/* While the panel is open, its upper corner: the page inside leaves room there. */
button[aria-expanded='true'] {
  inset-block-end: calc(20px + min(760px, 100vh - 40px) - 45px); inset-inline-end: 30px;
  inline-size: 36px; block-size: 36px; min-block-size: 0; padding: 0;
  font-size: 22px; font-weight: 400; line-height: 1; color: #4a4db0; background: transparent; box-shadow: none;
}
button[aria-expanded='true']:hover { background: rgb(128 128 160 / 20%); }
button[aria-expanded='true']:focus-visible { outline: 2px solid; box-shadow: none; }
@media (prefers-color-scheme: dark) { button[aria-expanded='true'] { color: #b3b6ff; } }
@media (max-width: 520px) {
  .panel { inset: 0; inline-size: auto; block-size: auto; border: 0; border-radius: 0; }
  button[aria-expanded='true'] { inset-block: 8px auto; inset-inline-end: 10px; }
}
`;

/** A place of our own on the page, which its styles do not reach. */
function place(parent) {
  const host = document.createElement('div');
  host.dir = words.dir;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  parent.append(host);
  return { host, root };
}

function createFrame(kind) {
  if (!allowed) {
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    said.textContent = refused;
    return said;
  }
  const address = new URL('/', script.src);
  address.searchParams.set('locale', locale);
  if (kind !== undefined) address.searchParams.set('frame', kind);
  if (mode === 'call') address.searchParams.set('mode', mode);
  // Who is told what happens in the frame; for anybody else the browser keeps it back.
  address.searchParams.set('host', location.origin);
  for (const pair of situation.split(/[\s,;]+/).filter((each) => each !== '')) {
    address.searchParams.append('set', pair);
  }
  const frame = document.createElement('iframe');
  // Notes are copied with one tap.
  frame.allow = 'clipboard-write';
  frame.title = words.title;
  frame.src = address.href;
  return frame;
}

/** Tells the page. */
function happened(detail) {
  document.dispatchEvent(new CustomEvent('advisor', { detail }));
}

/** Hears what happens in a frame of ours, and from nowhere else. */
function listen(frameOf, onClose) {
  addEventListener('message', ({ source, origin, data }) => {
    if (source === null || source !== frameOf()?.contentWindow || origin !== home) return;
    if (data === 'advisor.close') onClose?.();
    else if (data?.advisor !== undefined) happened(data.advisor);
  });
}

function fill(element) {
  const { host, root } = place(element);
  host.style.cssText = 'display: block; block-size: 100%';
  const box = document.createElement('div');
  box.className = 'inline';
  box.append(createFrame());
  listen(() => box.firstChild);
  root.append(box);
  happened({ type: 'opened' });
}

function addLauncher() {
  const { root } = place(document.body);
  const button = document.createElement('button');
  const panel = document.createElement('div');
  button.type = 'button';
  panel.className = 'panel';
  panel.id = 'panel';
  button.setAttribute('aria-controls', panel.id);
  root.append(button, panel);

  function show(open) {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    button.textContent = open ? '×' : words.open;
    button.ariaLabel = open ? words.close : words.open;
    // Loaded when first wanted, kept while the page lasts.
    if (open && panel.firstChild === null) panel.append(createFrame('launcher'));
    if (open || panel.firstChild !== null) happened({ type: open ? 'opened' : 'closed' });
  }

  function toggle(open) {
    show(open);
    if (open) panel.firstChild.focus();
    else button.focus();
  }

  button.addEventListener('click', () => toggle(panel.hidden));
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) toggle(false);
  });
  // Keys pressed inside the frame are only heard there.
  listen(
    () => panel.firstChild,
    () => !panel.hidden && toggle(false),
  );
  show(openFromTheStart !== undefined);
}

function begin() {
  if (target === undefined) return addLauncher();
  const element = document.querySelector(target);
  if (element === null) throw new Error(`embed.js: data-target "${target}" is no element of this page.`);
  return fill(element);
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();
