import type { Request, Response, Server } from 'restify';
import type { LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';

type CaseCall = Readonly<Record<string, unknown>>;

/** What answers the page of cases. */
export interface CasesBehindPage {
  /** A pass for a code, or for what the browser is known by; undefined where neither is good. */
  enter(by: CaseCall): Promise<{ readonly pass: string } | undefined>;
  /** What a tap leads to, as a card, and the pass from then on; undefined where this one is at its end. */
  show(
    pass: string,
    tapped: CaseCall,
    tag: LanguageTag,
  ): Promise<{ readonly card: object; readonly said: string; readonly pass: string } | undefined>;
}

export const CASES_PATH = '/cases';

function objectIn(value: unknown): CaseCall {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function passIn({ authorization = '' }: Request['headers']): string {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}

const REFUSED = {
  error: {
    code: 'Unauthorized',
    message: 'This is good no longer, or was used: get another one in the chat.',
  },
};

/**
 * `POST /cases/enter` and `POST /cases/tap`: what the page of cases asks. Only pages of this server can: no header lets
 * another origin call, and nothing is believed but the pass that a call brings.
 */
export function casePageRoutes(
  server: Server,
  cases: CasesBehindPage,
  onError: (error: unknown) => void,
): void {
  function answer(path: string, handle: (body: CaseCall, req: Request) => Promise<object | undefined>): void {
    server.post(`${CASES_PATH}/${path}`, async (req: Request, res: Response) => {
      res.setHeader('Cache-Control', 'no-store');
      try {
        const answered = await handle(objectIn(req.body), req);
        if (answered === undefined) res.send(401, REFUSED);
        else res.send(200, answered);
      } catch (error) {
        onError(error);
        res.send(500, { error: { code: 'ServerError', message: 'The server failed; try again.' } });
      }
    });
  }
  answer('enter', async (body) => {
    const visit = await cases.enter(body);
    return visit && { pass: visit.pass };
  });
  answer('tap', ({ tapped, locale }, req) => {
    const wanted = typeof locale === 'string' ? [locale] : [];
    return cases.show(passIn(req.headers), objectIn(tapped), negotiate(wanted));
  });
}
