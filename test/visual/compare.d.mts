export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export function decode(png: Uint8Array): Picture;
export function encode(picture: Picture): Uint8Array;
export function halved(picture: Picture): Picture;
export function compare(reference: Picture, seen: Picture): { readonly alike: boolean; readonly why: string };
