/** The blocks of code in a text in Markdown, in order. */
export interface CodeBlock {
  /** What stands behind the fence: `html`, `sh`, … or nothing. */
  readonly language: string;
  readonly code: string;
  /** Of its first fence, from 1. */
  readonly line: number;
  /** The paragraph above it. */
  readonly before: string;
}

export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const fenced = /^( *)```(\w*)\n([\s\S]*?)^ *```$/gm;
  for (const { index, 1: indentation = '', 2: language = '', 3: inside = '' } of markdown.matchAll(fenced)) {
    const above = markdown.slice(0, index);
    const code = inside.replaceAll(new RegExp(`^${indentation}`, 'gm'), '');
    const before = above.trimEnd().split(/\n\n/).at(-1) ?? '';
    blocks.push({ language, code, line: above.split('\n').length, before });
  }
  return blocks;
}
