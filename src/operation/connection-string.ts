import { type Parsed, parsed, problem } from '../problem/parsed.js';

const SETTING = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function unreadable(what: string): Parsed<never> {
  const remedy = 'Copy it again from the overview of the Application Insights resource, or remove it.';
  return problem(`${SETTING} ${what}. ${remedy}`);
}

/** Whether counts may be sent there. The SDK makes https of http anyway. */
function isEndpoint(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

/**
 * Reads the connection string of Application Insights more strictly than the SDK does, which drops what it cannot read
 * and sends the rest somewhere. It is a secret and never part of what is said. Pure.
 */
export function parseConnectionString(text: string | undefined): Parsed<string | undefined> {
  if (text === undefined) return parsed(undefined);
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.some((part) => !/^[a-z]+=[^=\s]+$/i.test(part))) {
    return unreadable('is no list of Name=value with semicolons between');
  }
  const values = new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).toLowerCase(), part.slice(at + 1)] as const;
    }),
  );
  // In lower case, as the service writes it; the SDK refuses any other.
  const key = values.get('instrumentationkey')?.toLowerCase();
  if (key === undefined || !KEY.test(key)) return unreadable('has no InstrumentationKey that is one');
  values.set('instrumentationkey', key);
  const endpoint = values.get('ingestionendpoint');
  if (endpoint !== undefined && !isEndpoint(endpoint)) {
    return unreadable('has an IngestionEndpoint that is no https address');
  }
  return parsed([...values].map(([name, value]) => `${name}=${value}`).join(';'));
}
