/** Looks at the page and changes nothing in it; answers with what then changes the page, and looks no more. */
export type DrawingStep = () => () => void;

let waiting: DrawingStep[] = [];

/**
 * Draws once all elements of a page that update now have done so. Each look at a changed page makes the browser lay it out
 * anew: when all charts look first and draw afterwards, a page of a hundred is laid out once and not a hundred times.
 */
export function drawTogether(step: DrawingStep): void {
  if (waiting.push(step) === 1) queueMicrotask(drawAll);
}

function drawAll(): void {
  const steps = waiting;
  waiting = [];
  for (const draw of steps.map((look) => guarded(look))) if (draw) guarded(draw);
}

/** The fault of one chart leaves the others drawn. */
function guarded<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
