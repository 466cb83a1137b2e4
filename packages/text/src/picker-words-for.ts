import { loadedLanguage } from './language.js';
import { pickerNl } from './picker-nl.js';
import type { PickerWords } from './picker-words.js';

/** The words of the pickers for a BCP 47 tag; Dutch when its language is not loaded. */
export function pickerWordsFor(lang: string): PickerWords {
  return loadedLanguage(lang)?.pickerWords ?? pickerNl;
}
