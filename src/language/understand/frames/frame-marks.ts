import { anyWord, ENDS } from './frame-words.js';

/** The marks by which the headers of mails, quoted mails and what programs add to mails are known, in five languages. */

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

export const HEADS = new RegExp(`^[*_]{0,2}${anyWord(HEADERS)}[*_]{0,2}\\s*[:：]`, 'iu');
export const HEADS_SURELY = new RegExp(`^[*_]{0,2}${anyWord(SURE_HEADERS)}[*_]{0,2}\\s*[:：]|@`, 'iu');
export const NAMES_SUBJECT = new RegExp(`^[*_]{0,2}${anyWord(SUBJECTS)}[*_]{0,2}\\s*[:：][*_]{0,2}`, 'iu');
export const PREFIXED = new RegExp(
  `^(?:\\[(?:ext|external|внешн\\p{L}*|externo|k[üu]ls[őo])\\]\\s*|${anyWord([...PREFIXES, ...SUBJECTS])}(?:\\[\\d+\\])?\\s*[:：]\\s*)+`,
  'iu',
);
export const QUOTES = new RegExp(
  `^${anyWord(QUOTING)}|^.{6,160}(?<![\\p{L}])${anyWord(WROTE)}\\s*[:：]$`,
  'iu',
);
/** A mail that was handed on, rather than answered. */
export const FORWARDED =
  /^-{2,}.*(?:forward|пересл|пересыл|encaminhad|tov[áa]bb[íi]tott|转发)|^begin forwarded|^начало пере|^in[íi]cio da mensagem|^tov[áa]bb[íi]tott/iu;
export const FORWARDS =
  /(?:^|[\s:：\]])(?:fwd?|пересл|enc|v[áa]|tov[áa]bb[íi]t(?:[áa]s|va|ott)?|转发|轉發)\s*[:：]/iu;
export const FROM_DEVICE = new RegExp(`^${anyWord(DEVICES)}`, 'iu');
export const ABOUT_MESSAGE = new RegExp(NOTICE_OF, 'iu');
export const SAYS_NOTICE = new RegExp(NOTICE_SAYS, 'iu');
export const HANDS_ON = new RegExp(`(?<![\\p{L}])${anyWord(NOTES)}${ENDS}|${anyWord(HAN_NOTES)}`, 'iu');
export const ADDS = new RegExp(`^${anyWord(POSTSCRIPTS)}(?=[\\s:：,，.]|$)`, 'iu');
