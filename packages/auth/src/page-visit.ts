interface PageVisit {
  /** On its way to a provider, or to the page that its answer is for. */
  isLeaving: boolean;
  /** Came back from a provider, for whichever session. Leaving it would cost what that one got. */
  hasComeBack: boolean;
  /** A session has tried to sign in without a login page. */
  hasTried: boolean;
}

const key = Symbol.for('peilglas.visit');

/** What all sessions of a page know of it, also those of another version of us: two that each sign in would redirect for ever. */
export const pageVisit = ((globalThis as { [key]?: PageVisit | undefined })[key] ??= {
  isLeaving: false,
  hasComeBack: false,
  hasTried: false,
});
