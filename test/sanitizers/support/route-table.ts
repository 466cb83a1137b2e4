/** The table of ways per CMS in the docs: written by the test that looks at what is left. */
import { format } from 'prettier';
import { ways, type Way } from './ways.ts';

/** Whether a way survives as the CMS comes, or only with settings. */
export type Survival = 'plain' | 'configured';

export interface Row {
  readonly name: string;
  readonly survives: Readonly<Record<Way, Survival>>;
}

const words = {
  nl: { head: ['CMS of editor', 'eigen element', '`div`', 'iframe'], plain: 'ja', configured: 'na instellen' },
  en: { head: ['CMS or editor', 'element', '`div`', 'iframe'], plain: 'yes', configured: 'when configured' },
};

function tableOf(rows: readonly Row[], lang: keyof typeof words): string {
  const { head, ...cells } = words[lang];
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  const body = rows.map(({ name, survives }) => line([name, ...ways.map((way) => cells[survives[way]])]));
  return [line(head), line(head.map(() => '---')), ...body].join('\n');
}

const marks = {
  'docs/web-team.md': { nl: ['<!-- tabel nl -->', '<!-- einde -->'], en: ['<!-- tabel en -->', '<!-- einde -->'] },
  'docs/cms.md': { en: ['<!-- table -->', '<!-- end -->'] },
} as const;

export const pagesWithTable = Object.keys(marks) as readonly (keyof typeof marks)[];

/** The page with its tables as they are now. */
export async function withTables(page: keyof typeof marks, text: string, rows: readonly Row[]): Promise<string> {
  let written = text;
  for (const [lang, [start, end]] of Object.entries(marks[page]) as [keyof typeof words, readonly [string, string]][]) {
    const [before, after = ''] = written.split(start);
    const rest = after.slice(after.indexOf(end));
    written = `${before ?? ''}${start}\n\n${tableOf(rows, lang)}\n\n${rest}`;
  }
  return format(written, { parser: 'markdown', printWidth: 120, singleQuote: true });
}
