/** Where the API is. A change that breaks clients gets another one beside it. */
export const API_PATH = '/api/v1';

/** Where assistants ask, by the Model Context Protocol: past the same gate. */
export const MCP_PATH = '/mcp';

/** What takes lines of JSON. */
export const LINES_PATH = `${API_PATH}/advise`;

/** What describes the API: for everybody, without a key. */
export const DOCUMENT_PATHS = {
  openapi: `${API_PATH}/openapi.json`,
  swagger: `${API_PATH}/swagger.json`,
  reference: API_PATH,
} as const;

function pathOf(url: string): string {
  return url.split('?')[0] ?? '';
}

/** Whether an address is one of the API, what describes it and where assistants ask included. */
export function isOfApi(url: string): boolean {
  const path = pathOf(url);
  return path === API_PATH || path === MCP_PATH || path.startsWith(`${API_PATH}/`);
}

/** Whether an address describes the API. */
export function isDocument(url: string): boolean {
  return (Object.values(DOCUMENT_PATHS) as readonly string[]).includes(pathOf(url));
}

/** Whether an address asks something of the API: such calls are counted there. */
export function isCall(url: string): boolean {
  return isOfApi(url) && !isDocument(url);
}

/** Whether an address is where assistants ask. */
export function isForAssistants(url: string): boolean {
  return pathOf(url) === MCP_PATH;
}
