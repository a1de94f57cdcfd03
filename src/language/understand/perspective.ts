/**
 * Who wrote a text: the partner who asks, or a customer, whose mail was passed on. A customer speaks of what is theirs
 * ("our subscription", "we bought") to somebody who sells ("from you", "your company"), and never of a customer.
 */

/** Who sells is spoken to. */
const SUPPLIER = new RegExp(
  [
    String.raw`\b(?:from|to|with|under|by|of) (?:you|ye)\b(?! guide)`,
    String.raw`\byou guys\b|\b(?:like|want|need) (?:you|ye) to (?:look after|take|manage|administer|invoice|bill|handle)|\bplease (?:take over|look after|manage)\b`,
    String.raw`\b(?:would|could|can|will) (?:you|ye) (?:be able to |please |kindly )?(?:look after|take (?:it |this |them )?over|take care|manage|administer|invoice|bill|supply|quote|support us|handle)`,
    String.raw`\byour (?:company|team|firm|side|organi[sz]ation|colleagues|bill|invoices?|csp|reseller|invitation|account|services|monthly|quot)`,
    String.raw`(?<!\p{L})(?:(?:у|от) вас|к вам)(?!\p{L})`,
    String.raw`(?<!\p{L})ваш(?:а|ей|у|ими?|его|ему) (?:компани|организаци|команд|сторон|услуг|приглашени|csp)`,
    String.raw`(?<!\p{L})ваш(?:их)? (?:услуг|csp|csр|приглашени)|(?<!\p{L})ваше приглашение`,
    String.raw`(?<!\p{L})(?:передать|отдать|перейти|переведем|переведём|переход) (?:\S+ ){0,2}вам(?!\p{L})`,
    String.raw`(?<!\p{L})(?:можете|могли бы|готовы|сможете)(?: ли)? вы (?:взять|подключиться|сопровожда|администрир|выставля|обслужива)`,
    '贵(?:公司|司|方|单位)|你们(?:公司|团队|这边|那边|能|可以|帮|来|接|买|上海|深圳|北京)|(?:向|跟|找|给|转到|请|在)你们|(?:从|向|跟|由|转给)您(?:这|那|公司)',
    String.raw`\bempresa d[oa]s senhor[ea]s\b|\b(?:sua|tua) (?:empresa|equipe|revenda|consultoria|firma)\b`,
    String.raw`\b(?:(?:de|com|por|pra|para|a|à|em) |d)?(?:voc[êe]s|vcs)\b`,
    String.raw`(?<!\p{L})(?:az? )?önök(?:től|höz|nél|nek|et|kel|ön| cég| csapat| által|re|ben)?(?!\p{L})`,
    String.raw`(?<!\p{L})(?:tőletek|hozzátok|nálatok|veletek)(?!\p{L})|(?<!\p{L})ti (?:\p{L}+ )?\p{L}+(?:nátok|nétek|játok|itek)(?!\p{L})|(?<=\p{L})(?:nátok|nétek) (?:nekünk|értünk)`,
  ].join('|'),
  'iu',
);

/** Whoever writes bought it, has it or uses it. */
const OWNER = new RegExp(
  [
    String.raw`\bour (?:[\p{L}\d-]+ ){0,4}?(?:subscriptions?|licen[cs]es?|tenant|365|office|azure|dynamics|copilot|e[135]|seats|it|company|firm|organi[sz]ation|accountants|mpsa|ea|agreement|mailboxes|developers|group)\b`,
    String.raw`\b(?:we|i)(?:'ve| have| had| already|'re| are)? (?:bought|purchased|got|get|use|using|hold|run|signed|subscribed|pay|have|been buying)\b`,
    String.raw`\bwe are an? (?:[\p{L}-]+ ){0,3}?(?:company|firm|customer|subcontractor|school|hospital|practice)\b`,
    String.raw`(?<!\p{L})у нас(?!\p{L})|(?<!\p{L})наш(?:а|и|у|ем|их|ей|ему|его)? (?:\S+ ){0,2}?(?:подписк|лиценз|тенант|облак|групп|компани|админ|глобальн|шанхайск|офис|azure|m?365|почт|договор)`,
    String.raw`(?<!\p{L})мы (?:\S+ ){0,3}?(?:купили|покупали|приобрели|подключили|оформ|подписали|использу|платим|маленькая|небольшая|останемся)`,
    String.raw`(?<!\p{L})(?:в прошлом году |недавно )?(?:покупали у вас|оформляли сами|используются|использует microsoft|принял ит)`,
    '我们?(?:公司|单位|司|院|校|办公室|office|的(?:订阅|许可|云资源|租户|E3|E5))|我(?:司|单位|院|校|公司)|我们(?:现在|在用|的许可|买的|用的|现有|目前|正在)|公司在',
    String.raw`\b(?:noss[oa]s?|meu|minha) (?:[\p{L}\d-]+ ){0,3}?(?:assinaturas?|licen[çc]as?|tenant|365|office|azure|dynamics|empresa|contrato|ambiente|time|equipe|dom[íi]nio)\b`,
    String.raw`\b(?:n[óo]s|a gente|eu|j[áa]) (?:\p{L}+ ){0,2}?(?:compr(?:ei|ou|amos)|contrat(?:ou|amos|ei)|us(?:a|amos)|assin(?:ou|amos)|paga|pagamos|segue pagando|t[êe]m|temos)\b|\b(?:temos|usamos|utilizamos|compramos|contratamos)\b`,
    String.raw`(?<=\p{L})(?:unkat?|ünket?|ünk|unk) (?:\S+ ){0,4}?(?:lejárt|vett|van|használ|kap|rendel|köt)|cég vagyunk|(?<!\p{L})(?:cégünk|vettük|vásároltunk|használjuk|előfizetésünk\p{L}*|licenc(?:ünk|eink)\p{L}*|szereztük|fizetjük|kötöttünk|írtunk|vettünk|tenantunk\p{L}*)`,
  ].join('|'),
  'iu',
);

/** Of a customer only somebody else speaks; "Customer Agreement" and a service desk's name are no customers. */
const CUSTOMER =
  /(?<!we are an? (?:\p{L}+ )?)\b(?:customer|client)(?:'?s)?\b(?! (?:agreement|service|care|support|portal))|(?<!\p{L})(?:клиент(?:а|у|ом|е|ы|ов|ам)?|заказчик\p{L}*)(?!\p{L})|客户(?!协议|代表|经理|服务|中心)|客人|\bclientes?\b|(?<!\p{L})ügyf(?:él(?!szolg)|el)\p{L}*/iu;

/** Who says of themselves that they sell is no customer. */
const SELLER =
  /\bwe(?:'re| are)(?: an?| the)?(?: [\p{L}-]+){0,2} (?:csp|reseller|distributor|direct[- ]bill|msp|microsoft partner|indirect\b.*)\b|(?<!\p{L})мы (?:\S+ ){0,2}(?:csp|реселлер|дистрибьютор|партн[её]р|прям)|我们是[^，。,]{0,8}(?:csp|代理|经销|分销|直签|服务商|合作伙伴)|\bsomos (?:[\p{L}-]+ ){0,3}(?:csp|revenda|revendedor|distribuidor\p{L}*|parceir\p{L}*)\b|(?<!\p{L})mi (?:\S+ ){0,3}(?:partner|disztribútor|viszonteladó|csp)\p{L}* vagyunk/iu;

/** Whose "we" a text has; where it is not sure that a customer wrote it, the asker's. */
export function perspectiveOf(text: string): 'asker' | 'customer' {
  const theirs = SUPPLIER.test(text) && OWNER.test(text) && !CUSTOMER.test(text) && !SELLER.test(text);
  return theirs ? 'customer' : 'asker';
}
