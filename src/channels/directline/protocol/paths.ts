/** Where Direct Line 3.0 lives; clients are given the server's address and this path as their domain. */
export const BASE_PATH = '/v3/directline';

/** The pattern of every call about one conversation, in the router's words. */
export const CONVERSATION_PATH = `${BASE_PATH}/conversations/:conversationId`;

export function streamPath(conversationId: string): string {
  return `${BASE_PATH}/conversations/${conversationId}/stream`;
}

/** The conversation whose stream a path leads to; undefined for any other path. */
export function streamConversation(path: string): string | undefined {
  return /^\/v3\/directline\/conversations\/([A-Za-z0-9_-]+)\/stream$/.exec(path)?.[1];
}
