import { reasonData } from '../dialog/action.js';
import type { ReasonScreen } from '../dialog/view.js';
import type { Language } from '../language/language.js';
import { navigation, proceed } from './parts.js';
import type { Report } from './report.js';

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
