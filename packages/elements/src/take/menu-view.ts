import { chartWordsFor } from '@peilglas/text';
import { html, nothing, type TemplateResult } from 'lit';
import type { Taken, Teller } from '../shared/taken.js';
import type { Offer } from './offer.js';
import { take } from './take.js';

/** What can be saved and copied, and below it what came of the last press. */
export function menuView(
  offers: readonly Offer[],
  { title, place, period, lang }: Taken,
  teller: Teller,
): TemplateResult {
  const words = chartWordsFor(lang);
  // Two files of two municipalities have two names.
  const name = [title, place, period].filter(Boolean).join(' ');
  const press = async (offer: Offer): Promise<void> => {
    teller.tell(await take(offer, name, words));
  };
  const { told } = teller;
  return html`<div class="menu" part="menu">
    <ul>
      ${offers.map((offer) => html`<li><button type="button" @click=${() => press(offer)}>${offer.label}</button></li>`)}
    </ul>
    <p class="told" aria-live="polite">${told?.said}</p>
    ${told?.text ? html`<p class="copy" tabindex="0">${told.text}</p>` : nothing}
  </div>`;
}
