import type { Cube } from '@peilglas/model';

/** What is taken along, in words, for names of files and for a citation. */
export interface Taken {
  readonly cube: Cube;
  readonly title: string;
  /** Empty for figures without a region. */
  readonly place: string;
  readonly period: string;
  readonly lang: string;
}

/** What came of a press in the menu: a word, and the text itself where the browser did not copy it. */
export interface Told {
  readonly said: string;
  readonly text: string;
}

/** Who shows what came of a press. */
export interface Teller {
  readonly told: Told | null;
  tell: (told: Told | null) => void;
}
