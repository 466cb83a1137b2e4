import type { Session } from '@peilglas/auth';
import { isNoTrouble, sessionWordsFor, type SessionWords } from '@peilglas/text';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DataContextConsumer } from '../shared/data-context-value.js';
import { frame } from '../shared/frame.styles.js';
import { LanguageElement } from '../shared/language-element.js';
import { tokens } from '../shared/tokens.styles.js';
import { SessionController } from './session-controller.js';
import { styles } from './session-status.styles.js';

/**
 * Whether the visitor is signed in, and as whom, with a button to sign in or out. Shows nothing where nobody can sign in:
 * outside a `<data-context>` with `issuer` or `credentials`, or with a token provider that is no session.
 *
 * @summary Signed in as whom, sign in, sign out
 * @csspart status - The words
 * @csspart button - Signs in or out
 */
export class SessionStatus extends LanguageElement {
  static override readonly styles: CSSResultGroup = [tokens, frame, styles];

  readonly #context = new DataContextConsumer(this);
  readonly #sessions = new SessionController(this, () => this.#context.value?.tokenProvider);

  protected override render(): unknown {
    const { session } = this.#sessions;
    return session ? this.#statusView(session) : nothing;
  }

  #statusView(session: Session): TemplateResult {
    const words = sessionWordsFor(this.language.lang());
    const { says, offers } = this.#tell(session, words);
    const press = (): void => void this.#sessions.press();
    // One button whatever it offers, so that it keeps the focus.
    return html`<div class="session" lang=${this.language.lang()}>
      <p part="status" role="status">${says.map((line) => html`<span>${line}</span> `)}</p>
      <button type="button" part="button" aria-disabled=${session.state === 'signing-in'} @click=${press}>
        ${offers}
      </button>
    </div>`;
  }

  /** The state in words, with what went wrong last; and what the button offers. */
  #tell(session: Session, words: SessionWords): { readonly says: readonly string[]; readonly offers: string } {
    const { state, user, error, signedInElsewhere } = session;
    const trouble = this.#sessions.isOutHereOnly ? words.onlyHere : troubleOf(error?.code, words);
    const say = (line: string, offers: string): { says: string[]; offers: string } => ({
      says: [line, trouble].filter(Boolean),
      offers,
    });
    if (state === 'signed-in') {
      const name = user?.name ?? null;
      return { says: [name === null ? words.signedIn : words.signedInAs(name)], offers: words.signOut };
    }
    if (state === 'signing-in') return { says: [words.signingIn], offers: words.signIn };
    if (state === 'expired') return { says: [words.over], offers: words.signInAgain };
    return signedInElsewhere ? say(words.elsewhere, words.signInHere) : say(words.signedOut, words.signIn);
  }
}

function troubleOf(code: string | undefined, words: SessionWords): string {
  return code === undefined || isNoTrouble(code) ? '' : (words.trouble[code] ?? words.otherTrouble);
}
