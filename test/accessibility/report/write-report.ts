/** The tables of docs/accessibility, from what the checks say they prove. */
import { checks } from '../checks/index.ts';
import type { Check } from '../support/check.ts';
import { tags, type Tag } from '../support/elements.ts';
import { criteria, type Criterion } from './criteria.ts';

const dataTags: ReadonlySet<Tag> = new Set(
  tags.filter((tag) => !/^(data-context|session|statistical|embed)/.test(tag)),
);

const applies = ({ tags: only }: Check, tag: Tag): boolean => !only || only.includes(tag);

/** How a criterion stands for an element: the verdict, and what it rests on. */
function verdict({ id, host, never, hand, built }: Criterion, tag: Tag): readonly [string, string] {
  const proofs = checks
    .filter((check) => check.criteria.includes(id) && applies(check, tag))
    .map(({ proves }) => proves);
  // Tests of load states are about elements with figures; the others have axe in a file of their own.
  const elsewhere = built && (dataTags.has(tag) || built.how.startsWith('axe') || id === '4.1.3') ? [built.how] : [];
  const tested = [...proofs, ...elsewhere];
  if (tested.length > 0)
    return [hand ? 'tested, and by hand' : 'tested', [...tested, ...(hand ? [`By hand: ${hand}`] : [])].join('; ')];
  if (host) return ['for the page', host];
  if (never) return ['does not occur', never];
  if (hand) return ['by hand', hand];
  return ['does not occur', 'Nothing of the kind in this element'];
}

/** @returns one page of Markdown */
export function pageOf(tag: Tag): string {
  const rows = criteria.map((criterion) => {
    const [state, why] = verdict(criterion, tag);
    return `| ${criterion.id} ${criterion.name} | ${criterion.level} | ${state} | ${why} |`;
  });
  return `# \`<${tag}>\` and WCAG 2.2 A and AA

Written by \`npm run report:accessibility\` from the tests. What is _tested_ is tested on every change, in Chromium; a version
in which it fails is not released. What is _by hand_ is for a person to look at: see [by hand](by-hand.md).

| criterion | level | state | what it rests on |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
