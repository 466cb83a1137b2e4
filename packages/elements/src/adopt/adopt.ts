import type { LitElement, ReactiveController } from 'lit';
import type { LanguageController } from '../shared/language-controller.js';
import { isFresh, useEmbedded } from './embedded-answers.js';
import { renew } from './renew.js';
import { wordsOf } from './words-of.js';

/** Milliseconds that an answer which differs from what the page came with waits for parts that come later. */
const patience = 500;

/**
 * Lets an element keep what its page came with (a declarative shadow root) until it says the same by itself: it draws out of
 * sight, and then old and new change places in one go. Nothing moves, and nobody sees a skeleton.
 */
export async function adopt(host: LitElement, language: LanguageController): Promise<void> {
  useEmbedded();
  if (!language.isLoaded) await language.load();
  const root = host.renderRoot;
  const old = wordsOf(root);
  const drawing = new DocumentFragment();
  const end = new Comment();
  drawing.append(end);
  // Lit keeps its place by the node that it draws before, which moves along.
  host.renderOptions.renderBefore = end;
  Reflect.set(host, 'renderRoot', drawing);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const watch: ReactiveController = {
    hostUpdated() {
      clearTimeout(waiting);
      if (wordsOf(drawing) === old) show();
      else if (!isLoading(host)) waiting = setTimeout(show, patience);
    },
  };
  host.addController(watch);

  function show(): void {
    host.removeController(watch);
    root.replaceChildren(drawing);
    Reflect.set(host, 'renderRoot', root);
    if (!isFresh()) void renew(host, root, language.lang());
  }
}

function isLoading(host: LitElement): boolean {
  return 'loadState' in host && (host.loadState === 'idle' || host.loadState === 'loading');
}
