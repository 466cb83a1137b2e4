import { grammarNl } from './grammar-nl.js';
import type { Grammar } from './grammar.js';
import type { LanguageTexts } from './language-texts.js';
import { nl } from './nl.js';
import type { Words } from './words.js';

/** Languages other than Dutch, fetched by those who need them: most pages are in one language. */
const others = {
  en: () => import('./english.js'),
  de: () => import('./german.js'),
  fy: () => import('./frisian.js'),
};

const loaded = new Map<string, LanguageTexts>();

/** The language of a BCP 47 tag, once it is loaded; undefined for Dutch and for languages that we do not have. */
export function loadedLanguage(lang: string): LanguageTexts | undefined {
  return loaded.get(subtagOf(lang));
}

/** Whether texts in this language are at hand; true too for a language that we do not have, which is shown in Dutch. */
export function isLoaded(lang: string): boolean {
  const subtag = subtagOf(lang);
  return loaded.has(subtag) || !isOther(subtag);
}

/** Fetches a language's texts. When that fails the texts stay Dutch, and the next call tries again. */
export async function loadLanguage(lang: string): Promise<void> {
  const subtag = subtagOf(lang);
  if (!isOther(subtag) || loaded.has(subtag)) return;
  try {
    const { texts } = await others[subtag]();
    loaded.set(subtag, texts);
  } catch {
    // Offline, or a newer release has replaced the file.
  }
}

/** The words for a BCP 47 tag; Dutch when its language is not loaded. */
export function wordsFor(lang: string): Words {
  return loadedLanguage(lang)?.words ?? nl;
}

/** The grammar for a BCP 47 tag; Dutch when its language is not loaded. */
export function grammarFor(lang: string): Grammar {
  return loadedLanguage(lang)?.grammar ?? grammarNl;
}

function isOther(subtag: string): subtag is keyof typeof others {
  return Object.hasOwn(others, subtag);
}

function subtagOf(lang: string): string {
  return lang.toLowerCase().replace(/[-_].*/s, '');
}
