import type { Environment } from '../../src/start/environment.js';
import { startIn, temporaryFolder } from '../start/running.js';

export const JSON_TYPE = { 'content-type': 'application/json' };

/** Leads to guidance at once. */
export const SITUATION = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

/** The whole product with the API, on a free port. */
export async function apiServer(environment: Environment = {}) {
  const folder = temporaryFolder();
  const running = await startIn(folder.path, { API_CALLS_PER_MINUTE: '0', ...environment });
  const base = `${running.address}/api/v1`;
  return {
    base,
    address: running.address,
    get: (path: string, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${base}${path}`, { headers }),
    post: (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${base}${path}`, {
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close(): Promise<void> {
      await running.close();
      folder.remove();
    },
  };
}

export type ApiServer = Awaited<ReturnType<typeof apiServer>>;

/** Problem details, as far as they are looked at here. */
export interface SeenProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export async function problemIn(response: Response): Promise<SeenProblem> {
  return (await response.json()) as SeenProblem;
}
