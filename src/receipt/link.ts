/** Where a receipt opens in the chat. @param base where the bot is, such as `https://advisor.contoso.com` */
export function receiptAddress(base: string, code: string): string {
  return `${base}/r/${code}`;
}

/** Where the answer of a receipt stands on a page that can be printed. */
export function printAddress(base: string, code: string): string {
  return `${base}/print/${code}`;
}
