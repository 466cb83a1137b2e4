import { formatDate, type Words, type YearbookWords } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Book } from './book-controller.js';

/** @param title null while it is not known */
export function titleView(title: string | null, level: number): TemplateResult {
  const bar = html`<span class="bar" aria-hidden="true"></span>`;
  return html`<div class="title" part="title" role=${title ? 'heading' : nothing} aria-level=${title ? level : nothing}>
    <slot name="heading">${title ?? bar}</slot>
  </div>`;
}

/**
 * As of which day the book is, and which tables have changed since.
 * @param day as 2026-01-31
 */
export function versionView(changed: Book['changed'], day: string, words: YearbookWords, lang: string): TemplateResult {
  return html`<div class="version" part="version">
    <p>${words.frozen(formatDate(day, lang))}</p>
    ${
      changed.length === 0
        ? nothing
        : html`<p>${words.changedSince}</p>
            <ul>
              ${changed.map(({ label, updated }) => html`<li>${words.changed(label, updated ? formatDate(updated, lang) : '')}</li>`)}
            </ul>`
    }
  </div>`;
}

export function signInView(words: YearbookWords, { signIn }: Words, press: () => void): TemplateResult {
  return html`<div class="sign-in" part="sign-in">
    <p>${words.signInForMore}</p>
    <button type="button" part="sign-in-button" @click=${press}>${signIn}</button>
  </div>`;
}

/** Where the code of an element could not be fetched. */
export function failureView({ failures, retry }: Words, again: () => void): TemplateResult {
  return html`<div class="message" part="message">
    <p>${failures.network}</p>
    <button type="button" part="retry" @click=${again}>${retry}</button>
  </div>`;
}
