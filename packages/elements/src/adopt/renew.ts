import type { LoadState } from '@peilglas/model';
import { adoptWordsFor } from '@peilglas/text';
import { css, type LitElement } from 'lit';
import { takingOver } from './rest.js';
import { wordsOf } from './words-of.js';

/** In the lower edge, where no element has text: nothing moves. */
const styles = css`
  :host {
    position: relative;
  }

  .updated {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 16px;
    margin: 0;
    color: var(--_muted);
    font-size: 12px;
    line-height: max(1rem, 16px);
  }
`;

/** What an element with figures has besides. */
interface Figures {
  readonly loadState: LoadState;
  readonly refresh: () => Promise<void>;
}

/** Asks behind what is shown whether it still holds, and tells when the figures became others. */
export async function renew(host: LitElement, root: LitElement['renderRoot'], lang: string): Promise<void> {
  if (!hasFigures(host)) return;
  // Those that are about to ask are given what the page came with, not what has just been found not to answer.
  while (takingOver.size > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  const before = wordsOf(root);
  await host.refresh();
  await host.updateComplete;
  if (host.loadState !== 'ready' || wordsOf(root) === before) return;
  if (root instanceof ShadowRoot && styles.styleSheet) root.adoptedStyleSheets.push(styles.styleSheet);
  const told = document.createElement('p');
  told.className = 'updated';
  told.setAttribute('role', 'status');
  root.append(told);
  // A word that comes later than its place is heard.
  requestAnimationFrame(() => (told.textContent = adoptWordsFor(lang).updated));
}

function hasFigures(host: LitElement): host is LitElement & Figures {
  return 'refresh' in host && 'loadState' in host;
}
