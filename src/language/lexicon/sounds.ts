import type { LanguageTag } from '../languages.js';
import { ownFile } from './own-file.js';

/** How the characters of a language that writes no letters are said, and how they are written elsewhere. */
export interface Sounds {
  readonly language: string;
  /** The characters that are said so, by how that is spelled in Latin letters, without tones. */
  readonly sounds: Readonly<Record<string, string>>;
  /** The traditional forms of a character. */
  readonly traditional: Readonly<Record<string, string>>;
  /** The characters that are words by themselves in every second sentence. */
  readonly words: string;
}

/** The sounds of a language, read when a line in it is; undefined for one that writes letters. */
export function soundsOf(tag: LanguageTag): Sounds | undefined {
  return ownFile(tag, 'sounds');
}
