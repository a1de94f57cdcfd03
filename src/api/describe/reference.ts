import { createHash } from 'node:crypto';
import { type Html, html, styleElement } from '../../html/html.js';
import type { Language } from '../../language/language.js';
import { direction } from '../../language/locale.js';
import type { ApiOperation } from '../operations/operation.js';
import { OPERATIONS } from '../operations/operations.js';
import { API_PATH, DOCUMENT_PATHS } from '../protocol/api-paths.js';
import { PROBLEM_KINDS, STATUS_OF } from '../protocol/problem-details.js';
import { described } from './described.js';
import { fieldTable, typeHtml } from './field-rows.js';
import { openApi } from './openapi.js';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
section { border-top: 1px solid #8888; margin-top: 2rem; }
code, pre { font: 0.9em/1.45 ui-monospace, monospace; }
pre { background: #8882; border-radius: 6px; overflow: auto; padding: 0.75rem; white-space: pre-wrap; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8885; padding: 0.35rem 0.75rem 0.35rem 0; text-align: start; vertical-align: top; }
th[scope="row"] { font-weight: normal; min-width: 12rem; }
td { min-width: 9rem; }
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

function exampleCall({ method, path, example }: ApiOperation): string {
  if (method === 'post') {
    return `POST ${API_PATH}${path}\nContent-Type: application/json\n\n${JSON.stringify(example, undefined, 2)}`;
  }
  const given = { ...(example as Readonly<Record<string, string>>) };
  const called = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name] ?? '';
    delete given[name];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(given).toString();
  return `GET ${API_PATH}${called}${query === '' ? '' : `?${query}`}`;
}

function operationHtml(language: Language, one: ApiOperation): Html {
  const given = described(one.given).schema;
  return html`<section id="${one.id}"><h2><code>${one.method.toUpperCase()} ${one.path}</code></h2>
<div lang="en"><p><strong>${one.summary}.</strong></p><p>${one.description}</p></div>
<h3>${language.say('api.request')}</h3>
<p>${one.method === 'post' ? typeHtml(given) : ''}</p>${one.method === 'post' ? '' : fieldTable(language, given)}
<h3>${language.say('api.example')}</h3><pre tabindex="0">${exampleCall(one)}</pre>
<h3>${language.say('api.answer')}</h3><p>${typeHtml(described(one.answer).schema)}</p></section>
`;
}

function problemsHtml(language: Language): Html {
  const kinds = PROBLEM_KINDS.map(
    (kind) => html`<tr id="problem-${kind}"><th scope="row">${STATUS_OF[kind]} <code>${kind}</code></th>
<td>${language.say(`problem.${kind}`)}</td><td>${
      kind === 'invalid' ? '' : language.say(`problemDetail.${kind}`)
    }</td></tr>`,
  );
  return html`<section id="problems"><h2>${language.say('api.problems')}</h2><p><a href="#Problem">Problem</a></p>
<div class="wide" tabindex="0" role="region" aria-label="${language.say('api.problems')}"><table><tbody>${kinds}</tbody></table></div></section>`;
}

function dataHtml(language: Language): Html {
  const { schemas } = openApi('').components;
  const all = Object.entries(schemas)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([
        name,
        schema,
      ]) => html`<section id="${name}"><h3>${name}</h3><p lang="en">${schema.description ?? ''}</p>
${schema.properties === undefined ? html`<p>${typeHtml(schema)}</p>` : fieldTable(language, schema)}</section>
`,
    );
  return html`<section><h2>${language.say('api.data')}</h2>${all}</section>`;
}

function made(language: Language) {
  const title = language.say('api.title');
  const body = html`<!doctype html>
<html lang="${language.tag}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${language.beside([title, language.say('web.title')])}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styleElement(STYLE)}
</head>
<body>
<main>
<h1>${title}</h1>
<p>${language.say('api.intro')}</p>
<p>${language.say('api.keys')} ${language.say('api.inEnglish')}</p>
<ul>
<li><a href="${DOCUMENT_PATHS.openapi}">OpenAPI 3.1</a></li>
<li><a href="${DOCUMENT_PATHS.swagger}">Swagger 2.0</a></li>
${OPERATIONS.map(
  ({ id, method, path }) => html`<li><a href="#${id}">${method.toUpperCase()} ${path}</a></li>
`,
)}<li><a href="#problems">${language.say('api.problems')}</a></li>
</ul>
${OPERATIONS.map((one) => operationHtml(language, one))}${problemsHtml(language)}
${dataHtml(language)}
</main>
</body>
</html>
`.toString();
  const headers = {
    'Content-Language': language.tag,
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${HASH}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    Vary: 'Accept-Language',
  };
  return { headers, body };
}

const known = new Map<string, ReturnType<typeof made>>();

/** The API for whoever writes a program: a page without scripts, whole in itself. It is put together once for each language. */
export function referencePage(language: Language) {
  const page = known.get(language.tag) ?? made(language);
  known.set(language.tag, page);
  return page;
}
