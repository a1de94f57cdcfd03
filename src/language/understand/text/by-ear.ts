/** What makes words alike that sound alike: one after the other, each on what the one before left. */
export type SoundRules = readonly (readonly [RegExp, string])[];

/** A shorter word sounds like too many others. */
const SHORTEST = 4;

/** How a word sounds, so that "памагите" is "помогите"; undefined where that is too little to go by. */
export function soundOf(folded: string, rules: SoundRules): string | undefined {
  const sound = rules.reduce((heard, [letters, heardAs]) => heard.replace(letters, heardAs), folded);
  return sound.length < SHORTEST ? undefined : sound;
}
