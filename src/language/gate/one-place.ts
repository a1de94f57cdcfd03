/**
 * Countries of ISO 3166-1 that people write before the name of another one, as they write a town before its country:
 * "Hong Kong, China", "Puerto Rico, USA". Georgia is one of the United States as well.
 */
const WITHIN: Readonly<Record<string, string>> = {
  AU: 'CC CX HM NF',
  CN: 'HK MO TW',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  GB: 'AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG',
  NL: 'AW BQ CW SX',
  NO: 'BV SJ',
  NZ: 'CK NU TK',
  US: 'AS GE GU MP PR UM VI',
};

function isWithin(part: string, whole: string): boolean {
  return WITHIN[whole]?.split(' ').includes(part) === true;
}

/** Whether two names beside each other may be those of one place: of a part and its whole, or "México, México". */
export function isOnePlace(one: string, other: string): boolean {
  return one === other || isWithin(one, other) || isWithin(other, one);
}
