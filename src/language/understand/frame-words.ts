/**
 * The few words by which the lines around a message are known, in five languages at once: a mail may greet in one
 * language and end in another. Each is the beginning of a regular expression's alternative, in lower case.
 */

/** Nobody writes a word right behind it: the word ends here. */
const ENDS = '(?![\\p{L}\\p{N}])';

function oneOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

const GREETINGS = [
  'dear',
  'hi(?: there)?',
  'hiya',
  'hello(?: there)?',
  'hey(?: there)?',
  'good (?:morning|afternoon|evening|day)',
  'greetings',
  'to whom it may concern',
  'уважаем(?:ый|ая|ые|ое)',
  'дорог(?:ой|ая|ие)',
  'здравствуй(?:те)?',
  'добрый (?:день|вечер)',
  'доброе утро',
  'доброго (?:дня|времени суток|утра|вечера)',
  'приветствую',
  '(?:всем )?привет',
  'prezad[oa]s?',
  'car[oa]s',
  'car[oa] (?:sr|sra|senhor|senhora|parceir|client|colega|equipe|time|amig)[\\p{L}.]*',
  'ol[áa]',
  'oi',
  'bom dia',
  'boa (?:tarde|noite)',
  'a quem possa interessar',
  'tisztelt',
  't\\. ?c[íi]m',
  'kedves',
  'szia(?:sztok)?',
  'szervusz(?:tok)?',
  'hell[óo]',
  'hali',
  'j[óo] (?:napot|reggelt|est[ée]t)(?: k[íi]v[áa]nok)?',
  '[üu]dv[öo]zl[öo]m',
  'sehr geehrte[r]?',
  'guten tag',
];

const HAN_GREETINGS = [
  '尊敬的',
  '敬爱的',
  '亲爱的',
  '您好',
  '你好',
  '大家好',
  '各位',
  '早上好',
  '上午好',
  '下午好',
  '晚上好',
  '敬启者',
];

/** Whom one greets: a role rather than a name. It begins a line as well ("Team, …", "Коллеги, …"). */
const ADDRESSEES = [
  'support',
  'helpdesk',
  'help ?desk',
  'service ?desk',
  'licensing',
  'partner',
  'partners',
  'customer',
  'client',
  'service',
  'care',
  'valued',
  'team',
  'teams?mates?',
  'all',
  'everyone',
  'everybody',
  'folks',
  'guys',
  'colleagues?',
  'sirs?',
  'madam',
  'sales',
  'admin',
  'desk',
  'microsoft',
  'csp',
  'mr',
  'mrs',
  'ms',
  'dr',
  'and',
  'or',
  'служба',
  'служб[ыеу]',
  'поддержк[аеиу]',
  'команда',
  'коллеги',
  'коллега',
  'друзья',
  'ребята',
  'партн[её]р[ыа]?',
  'господ[аин]+',
  'вам',
  'день',
  'suporte',
  'equipe',
  'time',
  'pessoal',
  'todos',
  'tudo',
  'bem',
  'senhor(?:es|a|as)?',
  'sr',
  'sra',
  'srs',
  'parceiros?',
  'amigos?',
  'colegas',
  'gente',
  'atendimento',
  'de',
  'do',
  'da',
  'e',
  '[üu]gyf[ée]lszolg[áa]lat',
  't[áa]mogat[áa]s',
  't[áa]mogat[óo] csapat',
  'csapat',
  'koll[ée]g[áa]k',
  'mindenki',
  'partner[üu]nk',
  'uram',
  'h[öo]lgyem',
  '[úu]r',
  'c[íi]m',
];

const CLOSINGS = [
  '(?:(?:kind|kindest|best|warm|warmest|many|with(?: kind| best)?)\\s+)?(?:regards|wishes)',
  '(?:thanks|thank you|thx)(?: (?:and|&) |/)?(?:kind |best |warm )?(?:regards)?',
  'many thanks',
  'thanks (?:a million|a lot|so much|in advance|again|much)',
  'thank you (?:very much|so much|in advance|again|kindly)',
  'best',
  'all the best',
  'yours(?: (?:sincerely|faithfully|truly))?',
  '(?:sincerely|faithfully)(?: yours)?',
  'respectfully(?: yours)?',
  'cordially',
  'cheers',
  'rgds',
  'br',
  'take care',
  'с (?:искренним )?уважением',
  'с наилучшими(?: пожеланиями)?',
  'с (?:благодарностью|приветом)',
  'всего (?:доброго|хорошего|наилучшего)',
  '(?:заранее |большое )?спасибо(?: (?:заранее|большое))?',
  '(?:заранее )?благодар(?:ю|им)(?: (?:вас|заранее))?',
  'искренне ваш[аи]?',
  'хорошего дня',
  'atenciosamente',
  'att(?:e)?',
  'cordialmente',
  'respeitosamente',
  '(?:um |grande )?abra[çc]os?',
  'abs',
  'sds',
  '(?:muito )?obrigad[oa]s?(?: (?:desde j[áa]|e at[ée] logo))?',
  'grat[oa]s?',
  'valeu',
  '(?:os meus )?cumprimentos',
  'sauda[çc][õo]es',
  'desde j[áa](?: agrade[çc]o| obrigad[oa])?',
  '(?:fico no )?aguardo(?: (?:retorno|resposta))?',
  '(?:sz[íi]v[ée]lyes |bar[áa]ti )?[üu]dv[öo]zlettel',
  '[üu]dv',
  '(?:maradok )?tisztelettel',
  'k[öo]sz[öo]nettel',
  '(?:el[őo]re is |nagyon )?k[öo]sz(?:i|[öo]n[öo]m|[öo]nj[üu]k)(?: (?:el[őo]re is|sz[ée]pen))?',
  'puszi',
  'tov[áa]bbi sz[ée]p napot',
  'mit freundlichen gr(?:ü|ue)(?:ß|ss)en',
  'mfg',
];

const HAN_CLOSINGS = [
  '此致',
  '敬礼',
  '顺祝',
  '顺颂',
  '商祺',
  '祝好',
  '此函',
  '谢谢',
  '多谢',
  '感谢',
  '盼复',
  '期待(?:您的|你的|贵司)?回复',
  '祝(?:您|你|贵司|工作|商)',
];

const HEADERS = [
  'from',
  'sent',
  'date',
  'to',
  'cc',
  'bcc',
  'subject',
  'reply-to',
  'от',
  'отправлено',
  'отправитель',
  'дата',
  'кому',
  'копия',
  'тема',
  'de',
  'enviado(?: em)?',
  'enviada(?: em)?',
  'data',
  'para',
  'assunto',
  'felad[óo]',
  'k[üu]ld[őo]',
  'elk[üu]ldve',
  'k[üu]ldve',
  'd[áa]tum',
  'c[íi]mzett',
  'kapja',
  'm[áa]solat',
  't[áa]rgy',
  '发件人',
  '寄件者',
  '发送时间',
  '日期',
  '时间',
  '收件人',
  '抄送',
  '主题',
];

/** Headers that nobody writes but a program; "From: … To: …" may be somebody's own note. */
const SURE_HEADERS = [
  'sent',
  'date',
  'subject',
  'отправлено',
  'дата',
  'тема',
  'enviad[oa](?: em)?',
  'assunto',
  'elk[üu]ldve',
  'k[üu]ldve',
  'd[áa]tum',
  't[áa]rgy',
  '发送时间',
  '日期',
  '时间',
  '主题',
];

const SUBJECTS = ['subject', 'тема', 'assunto', 't[áa]rgy', '主题'];

const PREFIXES = [
  're',
  'fwd?',
  'aw',
  'wg',
  'отв(?:ет)?',
  'пересл',
  'res',
  'enc',
  'v[áa]',
  'v[áa]lasz',
  'tov[áa]bb[íi]t(?:[áa]s|va|ott)?',
  '答复',
  '回复',
  '转发',
  '轉發',
];

const QUOTING = [
  '-{2,} ?(?:original|forwarded|исходное|пересылаемое|пересланное|mensagem|eredeti|tov[áa]bb[íi]tott|原始|转发)',
  'begin forwarded message',
  'начало пере(?:адресованного|сланного|сылаемого) (?:сообщения|письма)',
  'in[íi]cio da mensagem (?:encaminhada|reenviada)',
  'tov[áa]bb[íi]tott (?:lev[ée]l|[üu]zenet) kezdete',
  '_{10,}$',
];

/** "On Monday Anna wrote:": who says so at the end of the line. */
const WROTE = [
  'wrote',
  'пишет',
  'написала?',
  'написал\\(а\\)',
  'escreveu',
  '[íi]rta(?: \\([^)]*\\))?',
  '写道',
];

const DEVICES = [
  'sent from (?:my|mail|outlook|yahoo)',
  'get outlook for',
  'отправлено (?:с|из) ',
  'enviad[oa] (?:do|da|de) (?:meu|minha|outlook|iphone|android|celular|mail)',
  'obter o outlook',
  'k[üu]ldve (?:az? )?(?:iphone|android|outlook|samsung|telefon|mobil)',
  '(?:az? )?(?:iphone|android)-?omr[óo]l',
  '发自我的',
  '发送自',
];

/** What a notice is about, and what it says of it: only both make one. */
const NOTICE_OF =
  'e-?mail|message|communication|сообщени|письм|mensagem|üzenet|uzenet|lev[ée]l|邮件|郵件|信息';
const NOTICE_SAYS =
  'confidential|privileged|intended|recipient|originated from outside|printing|конфиденциальн|адресат|по ошибке|распечат|confidencia|sigilos|destinat[áa]ri|por engano|imprimir|bizalmas|c[íi]mzett|nyomtat|保密|机密|误收|收件人|打印';

/** One hands a mail on: "see below", "Microsoft sent them to us". */
const NOTES = [
  '(?:see )?below',
  'fyi',
  'forward(?:ing|ed)',
  'sent (?:\\S+ ){0,3}(?:to )?(?:us|me|over)',
  '(?:got|received) (?:this|these|the following)',
  'passing (?:this|it) on',
  'ниже',
  'пересла\\p{L}*',
  'пересыла\\p{L}*',
  'прислал\\p{L}* (?:нам|мне)',
  '(?:нам|мне) (?:\\S+ ){0,2}прислал\\p{L}*',
  'к сведению',
  'abaixo',
  'segue',
  'encaminh\\p{L}*',
  '(?:nos|me) (?:enviou|mandou|enviaram|mandaram)',
  '(?:enviou|mandou|enviaram|mandaram) (?:\\S+ ){0,3}(?:pra|para|a) (?:gente|n[óo]s|mim)',
  'lent',
  'al[áa]bb',
  'tov[áa]bb[íi]t\\p{L}*',
  'k[üu]ldt\\p{L}* (?:\\S+ ){0,2}(?:nek[üu]nk|nekem)',
  '(?:nek[üu]nk|nekem) (?:\\S+ ){0,2}k[üu]ldt\\p{L}*',
  'ezt (?:\\S+ ){0,2}kapt\\p{L}*',
];
const HAN_NOTES = ['见下', '如下', '[看见]下面', '[转发]给我们?的', '转来', '供参考'];

/** Where somebody who has signed begins anew. */
const POSTSCRIPTS = ['p\\.? ?s\\.?', 'n\\.? ?b\\.?', 'upd', 'з\\.? ?ы\\.?', 'ui\\.?', '另外?', '附言'];

/** Names of offices and titles that a signature of Han characters has. */
const HAN_TITLES =
  '经理|总监|总|工|老师|先生|女士|小姐|主任|客服|团队|同事|领导|部|科|室|中心|组|公司|院|集团';

const begins = (words: readonly string[], han: readonly string[] = []): string =>
  han.length === 0 ? `^${oneOf(words)}${ENDS}` : `^(?:${oneOf(words)}${ENDS}|${oneOf(han)})`;

export const GREETS = new RegExp(begins(GREETINGS, HAN_GREETINGS), 'iu');
export const ADDRESSED = new RegExp(`^${oneOf(ADDRESSEES)}$`, 'iu');
export const CLOSES = new RegExp(begins(CLOSINGS, HAN_CLOSINGS), 'iu');
export const HEADS = new RegExp(`^[*_]{0,2}${oneOf(HEADERS)}[*_]{0,2}\\s*[:：]`, 'iu');
export const HEADS_SURELY = new RegExp(`^[*_]{0,2}${oneOf(SURE_HEADERS)}[*_]{0,2}\\s*[:：]|@`, 'iu');
export const NAMES_SUBJECT = new RegExp(`^[*_]{0,2}${oneOf(SUBJECTS)}[*_]{0,2}\\s*[:：][*_]{0,2}`, 'iu');
export const PREFIXED = new RegExp(
  `^(?:\\[(?:ext|external|внешн\\p{L}*|externo|k[üu]ls[őo])\\]\\s*|${oneOf([...PREFIXES, ...SUBJECTS])}(?:\\[\\d+\\])?\\s*[:：]\\s*)+`,
  'iu',
);
export const QUOTES = new RegExp(`^${oneOf(QUOTING)}|^.{6,160}(?<![\\p{L}])${oneOf(WROTE)}\\s*[:：]$`, 'iu');
/** A mail that was handed on, rather than answered. */
export const FORWARDED =
  /^-{2,}.*(?:forward|пересл|пересыл|encaminhad|tov[áa]bb[íi]tott|转发)|^begin forwarded|^начало пере|^in[íi]cio da mensagem|^tov[áa]bb[íi]tott/iu;
export const FORWARDS =
  /(?:^|[\s:：\]])(?:fwd?|пересл|enc|v[áa]|tov[áa]bb[íi]t(?:[áa]s|va|ott)?|转发|轉發)\s*[:：]/iu;
export const FROM_DEVICE = new RegExp(`^${oneOf(DEVICES)}`, 'iu');
export const ABOUT_MESSAGE = new RegExp(NOTICE_OF, 'iu');
export const SAYS_NOTICE = new RegExp(NOTICE_SAYS, 'iu');
export const HANDS_ON = new RegExp(`(?<![\\p{L}])${oneOf(NOTES)}${ENDS}|${oneOf(HAN_NOTES)}`, 'iu');
export const ADDS = new RegExp(`^${oneOf(POSTSCRIPTS)}(?=[\\s:：,，.]|$)`, 'iu');
export const TITLED = new RegExp(`(?:${HAN_TITLES})(?:们)?(?:好|您好|你好)?[：:，,！!。]?$`, 'u');
