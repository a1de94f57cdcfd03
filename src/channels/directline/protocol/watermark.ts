import { badArgument } from './refusal.js';

/**
 * The position a client wants to read on from, or undefined when it names none: clients also send an empty
 * watermark or the word null. Throws `Refusal` 400 for anything else that is not a number of ours.
 */
export function parseWatermark(text: unknown): number | undefined {
  if (text === undefined || text === null || text === '' || text === 'null') return undefined;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw badArgument('The watermark is not known.');
  return Number(text);
}
