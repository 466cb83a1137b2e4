/** Codes per dimension to ask for at once. */
export type Block = readonly (readonly string[])[];

/**
 * Splits a selection into blocks of at most `most` cells that together hold every cell once. Later dimensions stay
 * whole as long as they fit, so there are few blocks.
 */
export function blocks(selection: Block, most: number): readonly Block[] {
  let room = Math.max(1, most);
  const pieces = [...selection].reverse().map((codes) => {
    const size = Math.max(1, Math.min(codes.length, room));
    room = Math.floor(room / size);
    return Array.from({ length: Math.ceil(codes.length / size) }, (_, piece) =>
      codes.slice(piece * size, (piece + 1) * size),
    );
  });
  return pieces.reduce<readonly Block[]>(
    (sofar, own) => own.flatMap((piece) => sofar.map((later) => [piece, ...later])),
    [[]],
  );
}
