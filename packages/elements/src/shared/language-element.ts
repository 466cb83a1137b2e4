import { LanguageController } from './language-controller.js';
import { MovableElement } from './movable-element.js';

/** An element that says something, in the language of where it stands. */
export abstract class LanguageElement extends MovableElement {
  protected readonly language = new LanguageController(this);

  /**
   * Nothing is shown in another language first: an update waits for texts that are not there yet. So it does for the code
   * that takes over what a page came with, which has its style sheet in it.
   */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const root = this.renderRoot;
    // Browsers that translate a page put these in place of texts; what Lit writes to a text that is not there nobody sees.
    for (const font of root.querySelectorAll<HTMLElement>('font')) font.replaceWith(font.textContent);
    const waiting = root.querySelector('style')
      ? import('../adopt/adopt.js').then((code) => code.adopt(this, this.language))
      : !this.language.isLoaded && this.language.load();
    if (waiting) return waiting.then(() => super.scheduleUpdate());
    void super.scheduleUpdate();
    return undefined;
  }
}
