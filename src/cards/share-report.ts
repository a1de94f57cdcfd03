import type { Origin } from '../conversation/interview/state.js';
import type { ShareScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import { printAddress, receiptAddress } from '../receipt/link.js';
import { markdown } from './cite.js';
import type { Report } from './report.js';
import { navigation, proceed } from './rows.js';
import { textBox } from './text-box.js';

/** Where others find the same answer: its link, or the code of its receipt alone where nobody knows the address of the bot. */
export function shareReport(
  language: Language,
  { receipt }: ShareScreen,
  origin: Origin | undefined,
  address: string | undefined,
): Report {
  const code = language.say('ui.receipt', { receipt });
  const frame = {
    title: language.say('ui.share'),
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
  if (address === undefined) {
    return {
      ...frame,
      text: language.say('share.textCode'),
      sections: [],
      box: textBox(language, code, [receipt], origin),
    };
  }
  const title = language.say('share.open');
  return {
    ...frame,
    text: language.say('share.text'),
    sections: [
      {
        heading: '',
        lines: [markdown({ title, url: printAddress(address, receipt) })],
        plain: [printAddress(address, receipt)],
      },
    ],
    box: textBox(language, code, [receiptAddress(address, receipt)], origin),
  };
}
