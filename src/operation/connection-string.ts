/** A connection string of Application Insights, read; it is a secret and never part of a message. */
export type ConnectionStringParsed =
  | { readonly kind: 'connection'; readonly connectionString: string }
  | { readonly kind: 'problem'; readonly message: string };

const SETTING = 'APPLICATIONINSIGHTS_CONNECTION_STRING';
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function problem(what: string): ConnectionStringParsed {
  const remedy = 'Copy it again from the overview of the Application Insights resource, or remove it.';
  return { kind: 'problem', message: `${SETTING} ${what}. ${remedy}` };
}

/** Whether counts may be sent there. The SDK makes https of http anyway. */
function isEndpoint(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

/** Reads it more strictly than the SDK does, which drops what it cannot read and sends the rest somewhere. Pure. */
export function parseConnectionString(text: string): ConnectionStringParsed {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.some((part) => !/^[a-z]+=[^=\s]+$/i.test(part))) {
    return problem('is no list of Name=value with semicolons between');
  }
  const values = new Map(
    parts.map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).toLowerCase(), part.slice(at + 1)] as const;
    }),
  );
  // In lower case, as the service writes it; the SDK refuses any other.
  const key = values.get('instrumentationkey')?.toLowerCase();
  if (key === undefined || !KEY.test(key)) return problem('has no InstrumentationKey that is one');
  values.set('instrumentationkey', key);
  const endpoint = values.get('ingestionendpoint');
  if (endpoint !== undefined && !isEndpoint(endpoint)) {
    return problem('has an IngestionEndpoint that is no https address');
  }
  const connectionString = [...values].map(([name, value]) => `${name}=${value}`).join(';');
  return { kind: 'connection', connectionString };
}
