import { LanguageController } from './language-controller.js';
import { MovableElement } from './movable-element.js';

/** An element that says something, in the language of where it stands. */
export abstract class LanguageElement extends MovableElement {
  protected readonly language = new LanguageController(this);

  /** Nothing is shown in another language first: an update waits for texts that are not there yet. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    if (!this.language.isLoaded) return this.language.load().then(() => super.scheduleUpdate());
    void super.scheduleUpdate();
    return undefined;
  }
}
