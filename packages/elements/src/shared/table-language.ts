/**
 * The language to ask a table in. Endpoints publish tables in Dutch and English and refuse what they do not have: in any
 * other language of ours the words of a table are Dutch.
 * @param lang of the element
 */
export function tableLanguage(lang: string): string {
  return lang === 'en' ? lang : 'nl';
}
