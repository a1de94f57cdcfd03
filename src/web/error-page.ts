import type { Request } from 'restify';
import { html } from '../html/html.js';
import { acceptedLocales } from '../language/accept-language.js';
import { LANGUAGES } from '../language/languages.js';
import { direction } from '../language/locale.js';
import { negotiate } from '../language/negotiate.js';

/** What a person can do about it decides what is said; which number it has is no help to them. */
function kindOf(status: number): 'notFound' | 'tooMany' | 'failed' {
  if (status === 404 || status === 405 || status === 410) return 'notFound';
  return status === 429 || status === 503 ? 'tooMany' : 'failed';
}

/** A page as it is sent: its headers, and itself. */
export interface SentPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Called by a wrong name: only who runs the bot can mend that, and the refusal itself tells them how. */
const MISDIRECTED = 421;

/**
 * What a person sees in place of a page: what happened, what to do, and the way on, in their language. Undefined where
 * the refusal itself helps more.
 * @param frames who may show it in a frame: whoever may show the pages, whose place it takes
 */
export function errorPage(frames: string): (req: Request, status: number) => SentPage | undefined {
  return (req, status) => (status === MISDIRECTED ? undefined : pageFor(req, status, frames));
}

function pageFor(req: Request, status: number, frames: string): SentPage {
  const language = LANGUAGES[negotiate(acceptedLocales(req.headers['accept-language']))];
  const kind = kindOf(status);
  const body = html`<!doctype html>
<html lang="${language.tag}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${language.beside([language.say(`web.error.${kind}`), language.say('web.title')])}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
</head>
<body class="sorry">
<main>
<h1><span aria-hidden="true">⚠</span> ${language.say(`web.error.${kind}`)}</h1>
<p>${language.say(`web.errorText.${kind}`)}</p>
<p><a class="way-on" href="/">${language.say('web.error.home')}</a></p>
</main>
</body>
</html>
`.toString();
  const headers = {
    ...HEADERS,
    'Content-Security-Policy': `${POLICY}; frame-ancestors ${frames}`,
    'Content-Language': language.tag,
  };
  return { headers, body };
}
