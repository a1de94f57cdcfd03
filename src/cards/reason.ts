import { reasonData } from '../conversation/action.js';
import type { ReasonScreen } from '../conversation/view.js';
import type { Language } from '../language/language.js';
import type { Report } from './report.js';
import { navigation, proceed } from './rows.js';

/** "This is wrong" was noted already; what is wrong may be added. */
export function reasonReport(language: Language, { origin }: ReasonScreen): Report {
  return {
    title: language.say('opinion.title'),
    text: language.say('opinion.text'),
    sections: [],
    fields: [{ id: 'reason', label: language.say('opinion.label') }],
    buttons: [{ title: language.say('opinion.send'), data: reasonData(origin) }],
    options: [proceed(language, origin)],
    nav: navigation(language, origin, false),
  };
}
