import type { YearbookWords } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { ThemePart } from './read-book.js';

interface Contents {
  readonly parts: readonly ThemePart[];
  /** Key of the chapter that is being read. */
  readonly current: string | null;
  /** On a narrow screen; on a wide one they always are. */
  readonly isOpen: boolean;
  readonly words: YearbookWords;
  readonly toggle: () => void;
  readonly go: (key: string) => void;
}

/** Themes and chapters as links, with where the reader is. */
export function contentsView({ parts, current, isOpen, words, toggle, go }: Contents): TemplateResult {
  const link = (key: string, label: string): TemplateResult =>
    html`<a
      href="#${key}"
      part="contents-link"
      aria-current=${key === current ? 'location' : nothing}
      @click=${(event: MouseEvent) => {
        // The place lies in a shadow root, where an address does not reach.
        event.preventDefault();
        go(key);
      }}
      >${label}</a
    >`;
  return html`<nav class="contents" part="contents" aria-labelledby="contents-title">
    <button
      class="contents-button"
      type="button"
      part="contents-button"
      aria-expanded=${isOpen}
      aria-controls="contents-list"
      @click=${toggle}
    >
      ${words.contents}
    </button>
    <p id="contents-title" class="contents-title">${words.contents}</p>
    <ol id="contents-list" class=${isOpen ? 'open' : 'closed'}>
      ${parts.map(
        ({ key, theme, chapters }) =>
          html`<li>
            ${link(key, theme?.label ?? words.otherTheme)}
            <ol>
              ${chapters.map((chapter) => html`<li>${link(chapter.key, chapter.listed.label)}</li>`)}
            </ol>
          </li>`,
      )}
    </ol>
  </nav>`;
}
