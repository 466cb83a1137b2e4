import { LitElement, type ReactiveController } from 'lit';
import { LazyCode } from '../chart/lazy-code.js';
import type { LanguageController } from '../shared/language-controller.js';
import { drawn, figuresDrawn } from './drawn.js';
import { useEmbedded } from './embedded-answers.js';
import { renew } from './renew.js';
import { millisecondsFresh, rest, takeOver, wake } from './rest.js';
import { keepPlace } from './keep-place.js';
import { wordsOf } from './words-of.js';

/** Milliseconds that an answer which differs from what the page came with waits for parts that come later. */
const patience = 500;

/**
 * Lets an element keep what its page came with (a declarative shadow root) until it says the same by itself: it draws out of
 * sight, as large as it will be, and then old and new change places in one go. Nothing moves, and nobody sees a skeleton.
 * Charts and tables do not even begin before somebody has to do with them: they show all that they would draw.
 */
export async function adopt(host: LitElement, language: LanguageController): Promise<void> {
  useEmbedded();
  const root = host.renderRoot;
  if (root.querySelector('.picture, .scroller, .room')) {
    await restUntilAsked(host);
    // What draws is on its way while the figures are read.
    const code: unknown = Reflect.get(host, 'code');
    if (code instanceof LazyCode) code.prepare();
  }
  // One that was defined along with another rests no more: what it changes itself would wake it, as if it began again.
  wake(host);
  // What it says is made new once it is shown; where that cannot be had, it stays, and says so.
  const isTaken = takeOver(host);
  if (!language.isLoaded) await language.load();
  const [old, sentence] = [wordsOf(root), sentenceOf(root)];
  const drawing = document.createElement('div');
  // A book makes the elements that are in sight: it has to lie where it will be, and is there when they are.
  const isBook = root.querySelector('.room') !== null;
  const top = isBook ? host.getBoundingClientRect().top : 0;
  drawing.style.cssText = `position:fixed;inset-block-start:${top}px;inline-size:${host.clientWidth}px;visibility:hidden`;
  const end = new Comment();
  drawing.append(end);
  root.append(drawing);
  // Lit keeps its place by the node that it draws before, which moves along.
  host.renderOptions.renderBefore = end;
  Reflect.set(host, 'renderRoot', drawing);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const watch: ReactiveController = {
    hostUpdated() {
      clearTimeout(waiting);
      if (!isLoading(host) && !isBook) isTaken();
      // Some say more once the code that draws is there; until then the sentence tells of which figures they are.
      const isSame =
        wordsOf(drawing) === old || (drawing.querySelector('.waiting') && sentenceOf(drawing) === sentence);
      if (isSame) waiting = setTimeout(() => void drawn(root, drawing).then(show));
      else if (!isLoading(host)) waiting = setTimeout(() => void figuresDrawn(root, drawing).then(show), patience);
    },
  };
  host.addController(watch);

  function show(): void {
    if (host.renderRoot === root) return;
    isTaken();
    host.removeController(watch);
    const back = keepPlace(host, root);
    if (drawing.querySelector('.room')) {
      // Elements in a book would begin anew if they were moved.
      for (const each of [...root.childNodes]) if (each !== drawing) each.remove();
      drawing.style.cssText = 'display:contents';
    } else root.replaceChildren(...drawing.childNodes);
    // There is one table only to be read, found or walked, and one place for each link.
    for (const each of host.querySelectorAll(':scope > [data-peil-embedded]')) each.remove();
    Reflect.set(host, 'renderRoot', root);
    back();
    if (millisecondsFresh(host) <= 0) void renew(host, root, language.lang());
  }
}

/** Attributes and contexts are watched from outside; what a script sets of an element that is there tells itself. */
async function restUntilAsked(host: LitElement): Promise<void> {
  const requestUpdate = (...changed: Parameters<LitElement['requestUpdate']>): void => {
    if (changed[0] !== undefined) wake(host);
    LitElement.prototype.requestUpdate.apply(host, changed);
  };
  const refresh = async (): Promise<void> => {
    wake(host);
    await host.updateComplete;
  };
  Object.assign(host, { requestUpdate, refresh });
  await rest(host);
  for (const name of ['requestUpdate', 'refresh']) Reflect.deleteProperty(host, name);
}

function sentenceOf(root: ParentNode): string {
  const sentence = root.querySelector('.summary');
  return sentence ? wordsOf(sentence) : '';
}

function isLoading(host: LitElement): boolean {
  return 'loadState' in host && (host.loadState === 'idle' || host.loadState === 'loading');
}
