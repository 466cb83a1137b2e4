/** Looks at the page and changes nothing in it; answers with what then changes the page, and looks no more. */
export type DrawingStep = () => () => void;

interface Waiting {
  readonly place: HTMLElement;
  readonly step: DrawingStep;
  readonly mayWait: boolean;
}

/** Milliseconds of drawing after which the browser gets its turn: a page of many charts still scrolls and answers keys. */
const turn = 32;

/** Drawings that one turn looks at, beside those that cannot wait: more than it has time to make. */
const lookedAtOnce = 16;

/** Drawings further down the page that are laid out in one frame. */
const laidOutAtOnce = 8;

let waiting: Waiting[] = [];
/** Drawn out of view, and not laid out yet. */
let resting: HTMLElement[] = [];
/** What was just drawn and has to fit before anybody sees it. */
let fitting: DrawingStep[] = [];
/** What fits paper too. */
const followers = new Set<DrawingStep>();
let paper: MediaQueryList | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let isSoon = false;
/** The page goes on paper as soon as all that was asked for is done; no turn comes after it. */
let isPrinting = false;

/**
 * Draws once all elements of a page that update now have done so: what is in view first, the rest in turns after it. Each look
 * at a changed page makes the browser lay it out anew: when all charts look first and draw afterwards, a page of a
 * hundred is laid out once a turn and not a hundred times.
 *
 * @param mayWait the words around it may be seen first
 */
export function drawTogether(place: HTMLElement, step: DrawingStep, mayWait = false): void {
  const isAlone = waiting.push({ place, step, mayWait }) === 1;
  // Browsers keep each once, however often they are told.
  addEventListener('beforeprint', beginPrint);
  addEventListener('afterprint', endPrint);
  if (isPrinting) drawTurn();
  else if (!mayWait) drawSoon();
  else if (isAlone) drawLater();
}

/** The same for a drawing that is there, before the browser paints it. */
export function fitTogether(step: DrawingStep): void {
  if (fitting.push(step) === 1) queueMicrotask(fitAll);
}

/** Has a drawing fit the page when that becomes as wide as paper, and back: no frame passes before it is printed. */
export function followPaper(step: DrawingStep): void {
  followers.add(step);
  paper ??= matchMedia('print');
  paper.addEventListener('change', fitPaper);
}

export function leavePaper(step: DrawingStep): void {
  followers.delete(step);
}

/**
 * What is in view, or a screen away from it, is always drawn, unless its words were seen without it already: readers would
 * see how it looks without, and how it then moves.
 * @param until time by `performance.now()` after which the rest waits for another turn; one drawing is always made
 */
function drawUntil(until: number): void {
  clearTimeout(timer);
  // The look that sorts is the one that lays out the page.
  const sorted = waiting
    .map((each) => ({ ...each, distance: distanceTo(each.place) }))
    .sort((one, other) => one.distance - other.distance || Number(one.mayWait) - Number(other.mayWait));
  const isUrgent = ({ distance, mayWait }: (typeof sorted)[number]): boolean => distance === 0 && !mayWait;
  // Each look takes its time; a hundred looks for the few drawings of a turn would take more than the drawings do.
  const looked = sorted
    .slice(0, isPrinting ? Infinity : lookedAtOnce + sorted.filter(isUrgent).length)
    .map((each) => ({ ...each, draw: guarded(each.step) }));
  let done = 0;
  for (const next of looked) {
    if (done > 0 && !isUrgent(next) && performance.now() >= until) break;
    if (next.distance > 0 && !isPrinting) rest(next.place);
    guarded(next.draw);
    done++;
  }
  waiting = [...sorted.slice(done), ...waiting.slice(sorted.length)];
  if (waiting.length > 0) drawLater();
  else requestAnimationFrame(layOut);
}

function drawSoon(): void {
  if (isSoon) return;
  isSoon = true;
  queueMicrotask(() => {
    isSoon = false;
    drawTurn();
  });
}

function drawLater(): void {
  timer = setTimeout(drawTurn);
}

function drawTurn(): void {
  drawUntil(isPrinting ? Infinity : performance.now() + turn);
}

/** Its place is as large without what is drawn in it, which is laid out later, or when it comes into view. */
function rest(place: HTMLElement): void {
  place.style.contentVisibility = 'auto';
  resting.push(place);
}

/**
 * All is drawn: what is out of view is laid out too, some of it each frame. It is then there for a picture of the whole page, which
 * many a browser makes without bringing it into view.
 */
function layOut(): void {
  // What has left the page meanwhile is held no longer.
  resting = resting.filter(({ isConnected }) => isConnected);
  for (const place of resting.splice(0, laidOutAtOnce)) place.style.contentVisibility = '';
  if (resting.length > 0) requestAnimationFrame(layOut);
}

/** Paper waits for all that is asked already, and for what elements ask on its account. */
function beginPrint(): void {
  isPrinting = true;
  drawTurn();
}

function endPrint(): void {
  isPrinting = false;
}

/** CSS pixels from what readers see now or with their next move. */
function distanceTo(place: Element): number {
  const { top, bottom } = place.getBoundingClientRect();
  return Math.max(0, top - 2 * innerHeight, -bottom - innerHeight);
}

/** At once: what is put off, even for a moment, comes too late in Firefox. */
function fitPaper(): void {
  fitting.push(...followers);
  fitAll();
}

function fitAll(): void {
  const steps = fitting;
  fitting = [];
  for (const draw of steps.map((look) => guarded(look))) guarded(draw);
}

/** The fault of one chart leaves the others drawn. */
function guarded<T>(act: (() => T) | undefined): T | undefined {
  try {
    return act?.();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
