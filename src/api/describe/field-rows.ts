import { type Html, html } from '../../html/html.js';
import type { Language } from '../../language/language.js';
import { IN_OPENAPI, type SchemaData } from './described.js';

/** A type as a reader takes it in: named ones lead to where they are told. */
export function typeHtml(schema: SchemaData): Html {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(IN_OPENAPI.length);
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.anyOf !== undefined) {
    return html`${schema.anyOf.map((each, at) => [at === 0 ? '' : ' | ', typeHtml(each)])}`;
  }
  if (schema.enum !== undefined)
    return html`<span class="options">${schema.enum.map(String).join(' | ')}</span>`;
  if (schema.const !== undefined) return html`${String(schema.const)}`;
  if (schema.items !== undefined) return html`${typeHtml(schema.items)}[]`;
  const others = schema.additionalProperties;
  if (typeof others === 'object') return html`{…: ${typeHtml(others)}}`;
  return html`${schema.type ?? 'object'}`;
}

/** The fields within a field that has no name of its own. */
function inner(schema: SchemaData): readonly (readonly [string, SchemaData])[] {
  const of = schema.items ?? schema;
  const choices = of.anyOf?.find(({ properties }) => properties !== undefined) ?? of;
  return Object.entries(choices.properties ?? {});
}

function rows(language: Language, schema: SchemaData, before: string): readonly Html[] {
  return inner(schema).flatMap(([name, each]) => {
    const isNeeded = schema.required?.includes(name) === true;
    const path = `${before}${name}`;
    const row = html`<tr><th scope="row"><code>${path}</code>${
      isNeeded ? html` <small lang="${language.tag}">${language.say('api.needed')}</small>` : ''
    }</th><td>${typeHtml(each)}</td><td lang="en">${each.description ?? ''}</td></tr>`;
    return [row, ...rows(language, each, each.items === undefined ? `${path}.` : `${path}[].`)];
  });
}

/** The fields of an object, one below the other. */
export function fieldTable(language: Language, schema: SchemaData): Html {
  const all = rows(language, schema, '');
  if (all.length === 0) return html``;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${language.say('api.field')}"><table><thead><tr>
<th scope="col">${language.say('api.field')}</th><th scope="col">${language.say('api.fieldType')}</th>
<th scope="col">${language.say('api.meaning')}</th></tr></thead><tbody>${all}</tbody></table></div>`;
}
