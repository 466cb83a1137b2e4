import { SignInRequiredError, type DataError, type NoAccessError } from '@peilglas/model';
import { describeFailure, formatDate } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { CubeController } from './cube-controller.js';
import type { LanguageController } from './language-controller.js';

/** What is told, and whether aloud. */
type Spoken = Pick<CubeController, 'state' | 'error' | 'arrived' | 'session' | 'speaks'>;

/** What stands in place of figures that are not there: the reason in plain words, and what the visitor can do. */
export function loadStateView(
  { state, error, arrived, session, speaks }: Spoken,
  selection: string,
  language: LanguageController,
  act: () => Promise<void>,
): TemplateResult {
  const { words } = language;
  const lang = language.lang();
  const why = session?.error?.code;
  const code = error?.code ?? 'internal';
  const message = (text: string, action?: string, more?: unknown): TemplateResult =>
    html`<div class="message" part="message" role=${speaks ? 'status' : nothing}>
      <p>${text}</p>
      ${action ? html`<button type="button" part="retry" @click=${act}>${action}</button>` : nothing}
      ${more ? html`<p class="muted">${more}</p>` : nothing}
    </div>`;
  const { theme, contact } = error && isNoAccess(error) ? error.told : {};
  const whomToAsk =
    contact &&
    html`${words.askAccess} ${contact.mail ? html`<a href="mailto:${contact.mail}">${contact.name}</a>` : contact.name}`;
  switch (state) {
    case 'empty':
      return html`<slot name="empty">${message(words.empty(selection))}</slot>`;
    case 'suppressed':
      return message(words.suppressed);
    case 'signed-out':
      return html`<slot name="signed-out"
        >${message(session?.state === 'expired' ? words.sessionOver : words.signedOut, words.signIn, words.signInTrouble(why))}</slot
      >`;
    case 'no-access':
      return html`<slot name="no-access">${message(words.noAccess(theme ?? ''), '', whomToAsk)}</slot>`;
    case 'not-found':
      return message(words.notFound);
    case 'stale':
      if (error instanceof SignInRequiredError)
        return message(words.sessionOver, words.signIn, words.signInTrouble(why));
      return message(words.stale(formatDate(arrived ?? '', lang)), words.retry, words.errorCode(code));
    default:
      return html`<slot name="error"
        >${message(describeFailure(code, lang), words.retry, words.errorCode(code))}</slot
      >`;
  }
}

/** By its code: with the class, pages of public figures would carry it. */
function isNoAccess(error: DataError): error is NoAccessError {
  return error.code === 'no-access';
}
