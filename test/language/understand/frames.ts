import type { LanguageTag } from '../../../src/language/languages.js';

/** What stands around what somebody says in a mail, in one language. */
interface Pieces {
  /** Before the text, each on a line of its own or in the line itself. */
  readonly salutations: readonly string[];
  readonly closings: readonly string[];
  readonly signatures: readonly string[];
  readonly notices: readonly string[];
  /** The headers of a mail that was copied whole. */
  readonly headers: readonly string[];
  readonly prefixes: readonly string[];
  /** A mail that is answered, below. */
  readonly quoted: readonly string[];
  /** What somebody writes above a mail that is handed on, with its headers. */
  readonly notes: readonly string[];
}

const NONE = '';

const PIECES: { readonly [L in LanguageTag]?: Pieces } = {
  en: {
    salutations: [
      NONE,
      'Dear support,\n\n',
      'Dear Sir or Madam:\n\n',
      'Hi team,\n',
      'Hello Microsoft partner support!\n\n',
      'Good morning, Anna!\n\n',
      'To whom it may concern:\n\n',
      'Dear support, ',
      'Hi all - ',
      'Team,\n\n',
    ],
    closings: [
      NONE,
      '\n\nBest regards,',
      '\n\nThanks!',
      '\n\nMany thanks',
      '\n\nYours sincerely,',
      '\nCheers,',
    ],
    signatures: [
      NONE,
      '\nAnna Kovacs',
      '\nPeter Brown\nIT admin office\nContoso Ltd',
      '\nJane Doe | Licensing Manager | Contoso\nT: +44 20 7946 0123\nwww.contoso.example\n12 High Street, London',
      '\nDan\n\nSent from my iPhone',
      '\nAdmin office\nsupport@contoso.example\nMicrosoft Partner, Azure and Microsoft 365',
    ],
    notices: [
      NONE,
      '\n\nThis e-mail is confidential and intended for the named recipient only. If you are not the customer it was sent to, delete it.',
      '\n\nPlease consider the environment before printing this e-mail.',
    ],
    headers: [
      NONE,
      'From: Anna Kovacs <anna@contoso.example>\nSent: Monday, 3 March 2025 09:12\nTo: Support\nSubject: RE: a question\n\n',
      'From: Microsoft Support\nDate: 3 March 2025\nTo: Admin Office\n\n',
    ],
    prefixes: [NONE, 'FW: ', 'RE: RE: ', '[EXTERNAL] Fwd: '],
    quoted: [
      NONE,
      '\n\n-----Original Message-----\nFrom: Bob\nSent: Friday\nTo: Anna\nSubject: your EA\n\nPlease tell us whether you bought Azure from another partner.',
      '\n\nOn Mon, 3 Mar 2025 at 09:12, Bob Smith wrote:\n> did they buy from a distributor?\n> Bob',
    ],
    notes: [
      'Microsoft sent them to us.\n\n---------- Forwarded message ----------\nFrom: Joe\nDate: Monday\nSubject: a question\n\n',
      'See below\n\nFrom: Joe\nSent: Monday\nTo: Support\nSubject: FW: a question\n\n',
    ],
  },
  ru: {
    salutations: [
      NONE,
      'Уважаемая служба поддержки!\n\n',
      'Здравствуйте, Анна!\n\n',
      'Добрый день, коллеги.\n\n',
      'Коллеги, приветствую!\n',
      'Всем привет, ',
      'Уважаемые партнёры,\n\n',
      'Добрый день! ',
    ],
    closings: [NONE, '\n\nС уважением,', '\n\nСпасибо!', '\n\nЗаранее благодарю,', '\nВсего доброго,'],
    signatures: [
      NONE,
      '\nИван Петров',
      '\nМария Соколова\nначальник отдела поддержки\nООО «Ромашка»',
      '\nПётр Орлов, администратор\nтел.: +7 495 000-00-00\nг. Москва, ул. Ленина, д. 5\nwww.romashka.example',
      '\nОльга\n\nОтправлено с iPhone',
    ],
    notices: [
      NONE,
      '\n\nНастоящее сообщение конфиденциально. Если вы получили его по ошибке, сообщите клиенту и удалите его.',
    ],
    headers: [
      NONE,
      'От: Иван Петров <ivan@romashka.example>\nОтправлено: 3 марта 2025 г. 9:12\nКому: Служба поддержки\nТема: RE: вопрос\n\n',
    ],
    prefixes: [NONE, 'FW: ', 'Ответ: ', 'ТЕМА: '],
    quoted: [
      NONE,
      '\n\n-----Исходное сообщение-----\nОт: Анна\nОтправлено: вчера\nТема: ваш EA\n\nНапишите, купили ли вы Azure у другого партнёра.',
      '\n\n3 марта 2025 г. в 9:12 Анна Орлова пишет:\n> они покупали у дистрибьютора?',
    ],
    notes: [
      'Нам прислали из Microsoft.\n\n-----Пересланное сообщение-----\nОт: Иван\nДата: понедельник\nТема: вопрос\n\n',
      'См. ниже.\n\nОт: Иван\nОтправлено: понедельник\nКому: Анна\nТема: FW: вопрос\n\n',
    ],
  },
  'zh-CN': {
    salutations: [
      NONE,
      '尊敬的客服：\n\n',
      '您好，\n\n',
      '王经理：\n\n',
      '各位同事好：\n\n',
      '你好，',
      '张总好！\n',
    ],
    closings: [NONE, '\n\n谢谢！', '\n\n此致\n敬礼', '\n\n顺祝商祺', '\n\nBest regards,'],
    signatures: [
      NONE,
      '\n李明',
      '\n李明\n技术支持部经理\n上海某某科技有限公司',
      '\n王芳 行政办公室\n电话：021-5555 0123\n地址：上海市静安区某某路 1 号',
      '\n张伟\n\n发自我的 iPhone',
    ],
    notices: [NONE, '\n\n本邮件及附件可能含有保密信息，如果您不是收件人，请立即删除，并不得向客户转发。'],
    headers: [
      NONE,
      '发件人: 李明 <li@contoso.example>\n发送时间: 2025年3月3日 9:12\n收件人: 支持部门\n主题: 答复: 请教\n\n',
    ],
    prefixes: [NONE, '转发: ', '答复：', 'RE: '],
    quoted: [
      NONE,
      '\n\n-----原始邮件-----\n发件人: 王芳\n发送时间: 昨天\n主题: 你们的EA\n\n请问贵公司的Azure是从别的代理商买的吗？',
    ],
    notes: ['微软转给我们的。\n\n-----转发邮件-----\n发件人: 李明\n日期: 周一\n主题: 请教\n\n'],
  },
  'pt-BR': {
    salutations: [
      NONE,
      'Prezado suporte,\n\n',
      'Prezados, boa tarde.\n\n',
      'Olá equipe!\n\n',
      'Bom dia pessoal,\n\n',
      'Oi Paulo,\n',
      'Caros colegas,\n\n',
      'Bom dia, ',
    ],
    closings: [NONE, '\n\nAtenciosamente,', '\n\nObrigado!', '\n\nAtt.,', '\nUm abraço,', '\n\nCordialmente'],
    signatures: [
      NONE,
      '\nAna Souza',
      '\nCarlos Lima\nCoordenador de suporte\nContoso Ltda.',
      '\nMarina Dias | escritório administrativo\nTel.: +55 11 5555-0123\nwww.contoso.example\nAv. Paulista, 100, São Paulo/SP',
      '\nBia\n\nEnviado do meu iPhone',
    ],
    notices: [
      NONE,
      '\n\nEsta mensagem é confidencial. Se o cliente a recebeu por engano, favor apagá-la.',
      '\nAntes de imprimir pense no meio ambiente.',
    ],
    headers: [
      NONE,
      'De: Ana Souza\nEnviado: segunda-feira, 3 de março de 2025 09:12\nPara: suporte\nAssunto: RES: uma pergunta\n\n',
    ],
    prefixes: [NONE, 'ENC: ', 'RES: ', 'FW: '],
    quoted: [
      NONE,
      '\n\n-----Mensagem original-----\nDe: Bob\nEnviada em: sexta-feira\nAssunto: EA de vocês\n\nVocês compraram o Azure de outro parceiro?',
      '\n\nEm seg., 3 de mar. de 2025 às 09:12, Bob Lima escreveu:\n> eles compraram de um distribuidor?',
    ],
    notes: [
      'A Microsoft mandou pra gente.\n\n---------- Mensagem encaminhada ----------\nDe: Ana\nData: segunda-feira\nAssunto: uma pergunta\n\n',
      'Segue abaixo.\n\nDe: Ana\nEnviado: segunda-feira\nPara: suporte\nAssunto: ENC: uma pergunta\n\n',
    ],
  },
  hu: {
    salutations: [
      NONE,
      'Tisztelt Ügyfélszolgálat!\n\n',
      'Kedves Kollégák!\n\n',
      'Szia Anna!\n',
      'Jó napot kívánok!\n\n',
      'Sziasztok, ',
      'Tisztelt Partnerünk!\n\n',
    ],
    closings: [
      NONE,
      '\n\nÜdvözlettel:',
      '\n\nKöszönöm!',
      '\n\nTisztelettel,',
      '\nÜdv,',
      '\n\nElőre is köszönöm,',
    ],
    signatures: [
      NONE,
      '\nKovács Anna',
      '\nKiss Péter\nügyfélszolgálati vezető\nContoso Kft.',
      '\nNagy Éva, adminisztráció\nTel.: +36 1 555 0123\n1051 Budapest, Fő utca 1.\nwww.contoso.example',
      '\nZsolti\n\nKüldve az iPhone-omról',
    ],
    notices: [NONE, '\n\nEz az üzenet bizalmas. Ha nem Ön a címzett ügyfél, kérjük, törölje.'],
    headers: [
      NONE,
      'Feladó: Kovács Anna\nElküldve: 2025. március 3., hétfő 9:12\nCímzett: Ügyfélszolgálat\nTárgy: RE: kérdés\n\n',
    ],
    prefixes: [NONE, 'VÁ: ', 'Továbbítás: ', 'FW: '],
    quoted: [
      NONE,
      '\n\n-----Eredeti üzenet-----\nFeladó: Bob\nElküldve: pénteken\nTárgy: EA\n\nMásik partnertől vették az Azure-t?',
      '\n\nKiss Péter ezt írta (2025. márc. 3., 9:12):\n> disztribútortól vették?',
    ],
    notes: [
      'A Microsoft küldte nekünk.\n\n-----Továbbított üzenet-----\nFeladó: Anna\nDátum: hétfő\nTárgy: kérdés\n\n',
      'Lásd lent.\n\nFeladó: Anna\nElküldve: hétfő\nCímzett: Péter\nTárgy: FW: kérdés\n\n',
    ],
  },
};

/** A subject that says that the mail is an answer. */
const ANSWERS = /^(?:re|res|отв|ответ|на|答复|回复|vá)\s*[:：]/iu;

/** What stands before and behind a text. */
export interface Frame {
  readonly before: string;
  readonly behind: string;
}

function pick<T>(all: readonly T[], at: number): T | '' {
  return all[at % all.length] ?? '';
}

/** The `at`-th way to put the pieces of a language around a text, a greeting in its very line only where that may be; each few of them come together with all others. */
export function frameOf(tag: LanguageTag, at: number, inLine: boolean): Frame {
  const pieces = PIECES[tag];
  if (pieces === undefined) return { before: '', behind: '' };
  const { salutations, closings, signatures, notices, headers, prefixes, quoted, notes } = pieces;
  const step = (by: number) => Math.floor(at / by);
  const named = pick(salutations, at);
  const salutation = inLine || named.includes('\n') ? named : NONE;
  const closing = pick(closings, at + step(salutations.length));
  // Without a closing or a greeting, who signs is known by the name alone: that is another test.
  const signature = closing === '' ? '' : pick(signatures, at + step(closings.length));
  const notice = pick(notices, step(2));
  const handedOn = at % 4 === 3 ? pick(notes, step(4)) : '';
  const header = handedOn === '' ? pick(headers, step(3)) : '';
  const prefix = pick(prefixes, step(5));
  // A subject line is before all else, a greeting never before it.
  const line = prefix === '' || salutation.includes('\n') || header !== '' || handedOn !== '' ? '' : prefix;
  // What is handed on below is what is to be read; below an answer it is what was answered.
  const below = line === '' || ANSWERS.test(line) ? pick(quoted, step(7)) : '';
  return {
    before: `${handedOn}${header}${line === '' ? salutation : line}`,
    behind: `${closing}${signature}${notice}${below}`,
  };
}
