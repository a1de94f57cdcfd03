/** A dot is in no id that a page can wish for. */
const ISSUED = /^dl_\.[\w-]{22}$/;

/** The id of somebody in a browser, of 128 random bits that this server drew. */
export function issuedUser(random: string): string {
  return `dl_.${random}`;
}

/** Whether an id is one that this server has given, and not one that a page chose for itself. */
export function isIssuedUser(id: string): boolean {
  return ISSUED.test(id);
}
