/**
 * An SVG document as PNG at twice its size, sharp enough for a slide. Null where the browser gives noise for what a canvas
 * holds, to guard against recognition.
 * @throws EncodingError where the page's policy allows no pictures of its own (`img-src blob:`)
 */
export async function toPng(svg: string): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d');
    if (!context || !canBeRead(context)) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Whether a pixel is read as it was painted, or nearly: some browsers change the last bits only, which nobody sees. */
function canBeRead(context: CanvasRenderingContext2D): boolean {
  const painted = [200, 100, 50, 255];
  context.fillStyle = `rgb(${painted.slice(0, 3).join()})`;
  context.fillRect(0, 0, 1, 1);
  const read = context.getImageData(0, 0, 1, 1).data;
  context.clearRect(0, 0, 1, 1);
  return painted.every((value, index) => Math.abs(value - (read[index] ?? 0)) < 8);
}
