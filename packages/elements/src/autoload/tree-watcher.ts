import type { TagLoader } from './tag-loader.js';
import { fetchDrawing, whenWalked } from './warm-up.js';
import { warnIdle } from './warn-idle.js';

type Tree = Document | ShadowRoot;

/**
 * Defines our tags in a tree as they appear, and puts an element in each place that asks for one by `data-peil`. Looks
 * into open shadow roots too.
 */
export class TreeWatcher {
  readonly #loader: TagLoader;
  /** Trees that are watched, each with the tags of others in it that were not defined yet. */
  readonly #watched = new WeakMap<Tree, Set<string>>();
  /** One at rest of each tag. */
  readonly #resting = new Map<string, Element>();

  constructor(loader: TagLoader) {
    this.#loader = loader;
  }

  watch(tree: Tree): void {
    if (this.#watched.has(tree)) return;
    this.#watched.set(tree, new Set());
    this.#lookThrough(tree, tree);
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'attributes' && target instanceof Element) this.#look(target, tree);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          this.#look(node, tree);
          this.#lookThrough(node, tree);
        }
      }
    }).observe(tree, { childList: true, subtree: true, attributeFilter: ['data-peil'] });
  }

  #lookThrough(parent: ParentNode, tree: Tree): void {
    for (const element of parent.querySelectorAll('*')) this.#look(element, tree);
  }

  #look(element: Element, tree: Tree): void {
    const { localName, shadowRoot } = element;
    // What our elements have inside they fetch themselves.
    if (this.#loader.has(localName)) void this.#load(element, localName);
    else if (shadowRoot) this.watch(shadowRoot);
    else if (localName.includes('-')) this.#awaitRoots(localName, tree);
    const tag = element instanceof HTMLElement ? element.dataset.peil : undefined;
    if (element instanceof HTMLElement && tag !== undefined) void this.#fill(element, tag);
  }

  /** What the page came with is shown as it is until there is more to do. Its context then has to be there too. */
  async #load(element: Element, tag: string): Promise<void> {
    // A script that puts another page in place of this one leaves shadow roots behind, as browsers do that know none in HTML.
    if (element instanceof HTMLElement && element.shadowRoot && element.hasAttribute('data-peil-prerendered')) {
      // Whoever is in it says when it is needed.
      if (tag === 'data-context') return;
      const { rest } = await import('../adopt/rest.js');
      this.#keepReady(element, tag);
      await rest(element);
      fetchDrawing(element);
    }
    if (element.closest('data-context')) void this.#loader.load('data-context');
    if (await this.#loader.load(tag)) warnIdle(element);
  }

  /** Whoever walks by keys is soon at a chart, which then has to answer at once. */
  #keepReady(element: Element, tag: string): void {
    if (this.#resting.size === 0) {
      whenWalked(() => {
        for (const [each, one] of this.#resting) {
          this.#loader.preload(each);
          fetchDrawing(one);
        }
      });
    }
    this.#resting.set(tag, element);
  }

  /** An element of others has its shadow root once it is defined, which nothing tells who watches the tree. */
  #awaitRoots(tag: string, tree: Tree): void {
    const awaited = this.#watched.get(tree);
    if (customElements.get(tag) || awaited?.has(tag)) return;
    awaited?.add(tag);
    void customElements.whenDefined(tag).then(() => {
      for (const { shadowRoot } of tree.querySelectorAll(tag)) if (shadowRoot) this.watch(shadowRoot);
    });
  }

  async #fill(place: HTMLElement, tag: string): Promise<void> {
    if (!(await this.#loader.load(tag))) return;
    const { fillPlace } = await import('./fill-place.js');
    fillPlace(place, tag);
  }
}
