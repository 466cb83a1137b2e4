/** A file that can be saved. */
export interface FileOffer {
  readonly label: string;
  readonly extension: string;
  /** Null when there is nothing to save after all. */
  readonly content: () => Blob | null | Promise<Blob | null>;
}

/** A text that can be copied. */
export interface TextOffer {
  readonly label: string;
  readonly text: () => string;
}

export type Offer = FileOffer | TextOffer;
