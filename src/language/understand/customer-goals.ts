import { BY_DEFAULT, type Claim, claim, SAID } from './claim.js';
import { between, type Clause, is, type PlacedMention } from './clauses.js';
import type { Word } from './word.js';

/**
 * What a customer wants of whoever they write to. "To us" is not to the asker, from their mouth; the bill that shall
 * come "from your company" is taken over, and what they would like to buy "from you" besides is added.
 */

/** The bill or the money comes from or goes to whoever is written to. */
const BILLED = new RegExp(
  [
    '\\b(?:invoic|bill|pay|charge)\\p{L}*\\b.*\\b(?:from|to|by|under|through) (?:you|ye|your)\\b',
    '\\b(?:on|onto|under|through) your (?:bill|billing|invoice|account|csp|contract)\\b',
    '\\b(?:you|ye|you guys|your (?:company|team)) (?:to |would |could |can |will |should )?(?:invoice|bill|charge)\\b',
    '(?:выставл|выстав|сч[её]т|оплат|платить|платёж|биллинг)\\p{L}*.*(?<!\\p{L})(?:вы|вам|вами|(?:от|через|у) вас|ваша|вашей|вашу)(?!\\p{L})',
    '(?<!\\p{L})(?:под|в) ваш csp(?!\\p{L})',
    '(?:由|从|让|请)(?:贵(?:公司|司|方|单位)|你们|您)[^，。]{0,10}(?:开|承接|计费|结算|出账|收费)|(?:付|打|交|转)给(?:你们|贵|您)|(?:钱|款|费用)[^，。]{0,4}给(?:你们|贵|您)',
    '(?:fatur|cobran[çc]|cobra|pag(?:ar|amento)|nota fiscal|boleto)\\p{L}*.*(?<!\\p{L})(?:voc[êe]s|vcs|sua empresa|empresa d[oa]s senhor[ea]s)(?!\\p{L})',
    '(?:számláz|számlá|fizes|fizet)\\p{L}*.*(?<!\\p{L})(?:önök\\p{L}*|nektek|tőletek)(?!\\p{L})|(?<!\\p{L})(?:önök\\p{L}*|nektek|ti|tőletek)(?!\\p{L}).*(?:számláz|fizes|fizet)\\p{L}*',
  ].join('|'),
  'iu',
);

/** Money that was paid, or that goes on where it goes. */
const PAID =
  /\b(?:paid|settled|overdue|no longer|keep paying|already)\b|(?<!\p{L})(?:оплатил|оплачено|уже|сами)\p{L}*|已付|已经|付过|付款方式|不变|(?<!\p{L})(?:pagamos|paguei|já|continu\p{L}+)(?!\p{L})|(?<!\p{L})(?:kifizet\p{L}*|kiegyenlít\p{L}*|változatlan|maradna?)(?!\p{L})|\b(?:not|no)\b|(?<!\p{L})не(?!\p{L})|(?<!\p{L})não(?!\p{L})|(?<!\p{L})nem(?!\p{L})/iu;

/** Something is to be bought from whoever is written to. */
const BOUGHT = new RegExp(
  [
    '\\b(?:buy|purchase|order|get|add)\\b.*\\bfrom (?:you|ye|your)\\b|\\b(?:you|ye) (?:would|could|can) sell us\\b',
    '(?:купить|докупить|приобрести|взять|заказать).*(?<!\\p{L})у (?:вас|вашей)(?!\\p{L})',
    '(?:跟|向|从|找|在)(?:贵(?:公司|司|方)|你们|您)[^，。]{0,10}(?:买|采购|购买|增购|加购|订购)',
    '(?:comprar|adquirir|aquisi[çc][ãa]o|contratar).*(?<!\\p{L})(?:(?:de|com) (?:voc[êe]s|vcs)|(?:dess|ess|su)a empresa)(?!\\p{L})',
    '(?:venni|vásárolni|rendelni|beszerz\\p{L}*|előfizetni).*(?<!\\p{L})(?:önök\\p{L}*|tőletek)(?!\\p{L})|(?<!\\p{L})(?:önöktől|tőletek)(?!\\p{L}).*(?:venni|vásárolni|rendelni|beszerz\\p{L}*|előfizetni)',
  ].join('|'),
  'iu',
);

/** What is bought instead of what they have is no addition. */
const INSTEAD =
  /\binstead\b|(?<!\p{L})вместо(?!\p{L})|代替|而不是|(?<!\p{L})(?:em vez|ao inv[ée]s)(?!\p{L})|(?<!\p{L})helyett(?!\p{L})/iu;

/** What was bought once is not wanted. */
const BEFORE =
  /\bbought\b|(?<!\p{L})(?:покупал|купил|приобр[её]л|брал|заказывал)\p{L}*(?!\p{L})|买了|买过|(?<!\p{L})(?:comprei|compramos|foi comprad[oa])(?!\p{L})|(?:vásárolt|vett)(?:em|unk|ük)(?!\p{L})/iu;

/** "To us", "I took over": from a customer that is the customer. */
const OWN =
  /\b(?:to|by|onto|into|under) (?:us|our)\b|^(?:took|taken) over\b|(?<!\p{L})(?:к|на) (?:нам|нас|себе|себя|наш\p{L}*)|^приня(?:л|ла|ли)(?!\p{L})|^(?!.*开).*(?:到|给|由|归)(?:我|咱)|接手了|(?<!\p{L})(?:por|pra|para|a) (?:n[óo]s|gente|nossa)(?!\p{L})|^assumi(?:mos)?(?!\p{L})|hozzánk|nálunk|ránk|tőlünk|^átvett(?:em|ük)/iu;

/** No clause is longer that means something. */
const LOOKED_AT = 300;

function isTakeOver({ fact, kind, options }: Claim): boolean {
  return fact === 'goal' && kind === 'is' && options[0] === 'takeOver' && options.length === 1;
}

/** "Hand the administration over to you": what is handed over is the work. */
function handsWork(part: PlacedMention, clauses: readonly Clause[]): boolean {
  const parts = clauses[part.clause]?.parts ?? [];
  const after = parts[parts.indexOf(part) + 1];
  return after !== undefined && is(after, 'goal.support') && between(part, after) <= 1;
}

function wishIn(clause: string): 'takeOver' | 'addServices' | undefined {
  if (BILLED.test(clause) && !PAID.test(clause)) return 'takeOver';
  return BOUGHT.test(clause) && !INSTEAD.test(clause) ? 'addServices' : undefined;
}

/** What was said of a goal, as a customer means it. */
export function meantByCustomer(
  claims: readonly Claim[],
  clauses: readonly Clause[],
  words: readonly Word[],
  text: string,
): readonly Claim[] {
  const spoken = ({ first, next }: Pick<PlacedMention, 'first' | 'next'>) =>
    text.slice(words[first]?.start ?? 0, words[next - 1]?.end ?? 0);
  // Who buys resells nothing.
  const kept = claims.filter((each) => {
    if (each.fact === 'goal' && each.options[0] === 'resell') return false;
    return (
      !isTakeOver(each) ||
      !(OWN.test(spoken(each.part)) || BEFORE.test(spoken(each.part)) || handsWork(each.part, clauses))
    );
  });
  const wanted: Claim[] = [];
  for (const [number, { first, sentence, join, parts }] of clauses.entries()) {
    const next = clauses[number + 1]?.first ?? words.length;
    const said = spoken({ first, next }).slice(0, LOOKED_AT);
    const goal = wishIn(said);
    if (goal === undefined) continue;
    // What is bought besides is billed as well.
    const others = [...kept, ...wanted].filter(
      ({ fact, part }) => fact === 'goal' && part.sentence === sentence,
    );
    const besides = others.some(({ options }) => options[0] === 'addServices');
    if (besides || others.some(({ part }) => part.clause === number)) continue;
    const part: PlacedMention = {
      concepts: new Set(),
      value: true,
      first: parts[0]?.first ?? first,
      next,
      from: words[first]?.place ?? 0,
      to: words[next - 1]?.place ?? 0,
      clause: number,
      sentence,
      explains: undefined,
    };
    wanted.push(claim(part, 'goal', goal, join === 'or' ? BY_DEFAULT : SAID));
  }
  return [...kept, ...wanted];
}
