import type { PeerKind } from './compare-words.js';

/** Words of a map: what its classes hold, and what is not on it. */
export interface MapWords {
  readonly map: (label: string) => string;
  readonly keys: string;
  /** A class that holds its lower bound, and not its upper one. */
  readonly between: (from: string, to: string) => string;
  /** The highest class, which holds both its bounds. */
  readonly through: (from: string, to: string) => string;
  readonly below: (to: string) => string;
  readonly atLeast: (from: string) => string;
  /** In a sentence after a name; for areas of the map that the figures do not know. */
  readonly notAmong: string;
  /** @param names some of them, at most as many as a note can hold @param more how many others there are */
  readonly noShape: (names: string, more: number) => string;
  readonly noFigures: (names: string, more: number) => string;
  /** Areas of the map that are left out, since most of them are not in the table. */
  readonly leftOut: (count: number, kind: PeerKind) => string;
  readonly shapesSource: (source: string) => string;
  readonly shapesFailed: string;
  readonly nothingPlaced: string;
}
