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

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** What a person sees in place of a page: what happened, what to do, and the way on, in their language. */
export function errorPage(req: Request, status: number): SentPage {
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
  return { headers: { ...HEADERS, 'Content-Language': language.tag }, body };
}
