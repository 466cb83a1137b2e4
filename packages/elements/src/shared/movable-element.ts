import { LitElement } from 'lit';

/** An element that keeps its looks in another document. Hardly any moves there: how it does so is fetched by those that do. */
export abstract class MovableElement extends LitElement {
  async adoptedCallback(): Promise<void> {
    (await import('./adopt-styles.js')).adoptStyles(this);
  }
}
