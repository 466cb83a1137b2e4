import { html, render, type TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * What a story gives an element: attributes by their names; properties after a dot, `.data`; what stands inside it as
 * `content`. Absent, null and false leave an attribute away.
 */
export type Args = Readonly<Record<string, unknown>>;

/** Makes an element once and sets what changes, as a template would that knew the tag. */
class MakeElement extends Directive {
  #element: HTMLElement | null = null;
  #before: Args = {};

  override render(tag: string, args: Args): unknown {
    const element = (this.#element ??= document.createElement(tag));
    for (const name of Object.keys({ ...this.#before, ...args })) {
      if (name !== 'content' && this.#before[name] !== args[name]) set(element, name, args[name]);
    }
    this.#before = args;
    if (args.content !== undefined) render(args.content, element);
    return element;
  }
}

function set(element: HTMLElement, name: string, value: unknown): void {
  if (name.startsWith('.')) Object.assign(element, { [name.slice(1)]: value });
  else if (typeof value === 'string' || typeof value === 'number') element.setAttribute(name, String(value));
  else element.toggleAttribute(name, value === true);
}

const makeElement = directive(MakeElement);

/** An element of any tag, as the arguments of a story have it. */
export function elementView(tag: string, args: Args): TemplateResult {
  return html`${makeElement(tag, args)}`;
}
