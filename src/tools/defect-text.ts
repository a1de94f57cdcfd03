import { situationText } from '../cards/situation.js';
import { LANGUAGES } from '../language/languages.js';
import type { Defect } from '../proof/proof.js';

/** What is wrong, in one sentence, with a situation in which it shows. */
export function defectText({ kind, rules: ids, about, situation: facts }: Defect): string {
  const rules = ids.join(', ');
  const situation = situationText(LANGUAGES.en, facts);
  switch (kind) {
    case 'gap':
      return `No rule decides this situation: ${situation}. Rules that hold: ${rules}.`;
    case 'contradiction':
      return `Several rules decide this situation: ${situation}. They are: ${rules}.`;
    case 'deadRule':
      return `The rule ${about} never holds.`;
    case 'maskedRule':
      return `The rule ${about} changes nothing, because other rules say the same. For example: ${situation}.`;
    case 'unreachableStep':
      return `No rule uses the step ${about}.`;
    case 'unusedCitation':
      return `No rule uses the citation ${about}.`;
    case 'unusedChange':
      return `No rule uses the change ${about}.`;
    case 'danglingReference':
      return `The rule ${rules} names ${about}, which does not exist.`;
    case 'noReason':
      return `There is no reason in this situation: ${situation}. Rules that hold: ${rules}.`;
    case 'noStep':
      return `There is no step in this situation: ${situation}. Rules that hold: ${rules}.`;
    case 'noCitation':
      return `The rule ${about} has no citation.`;
    case 'idleFact':
      return `The fact ${about} never changes anything.`;
    case 'idleOption':
      return `The option ${about} says everywhere what another option says.`;
    case 'deadEnd':
      return `A conversation gets stuck at the question about ${about}.`;
    case 'groupCover':
      return `While something is open, cases do not cover each option of ${about} once: ${situation}.`;
    case 'groupVerdict':
      return `While something is open, a case has the verdict ${about} where the rules decide otherwise: ${situation}.`;
    case 'groupSays':
      return `While something is open, a case says what is not so for all of it: ${about}. It is: ${situation}.`;
    case 'groupSilent':
      return `While something is open, a case leaves out what holds in it: ${about}. It is: ${situation}.`;
    case 'planSays':
      return `The plan of several subscriptions says something twice, of others, or otherwise than they do: ${about}.`;
    case 'planSilent':
      return `The plan of several subscriptions leaves out what one of them says: ${about}.`;
    case 'planOrder':
      return `The plan of several subscriptions does not keep the order of one: ${about} comes too early.`;
    case 'deadConflict':
      return `This never stands against anything, or nobody ever says it: ${about}.`;
    case 'exampleFails':
      return `The worked example of the rule ${about} does not come out. It is: ${situation}.`;
    case 'censusDiffers':
      return `This is said in another number of situations than was written down. ${about}.`;
    case 'missingWords':
      return `There are no words for ${about}.`;
  }
}
