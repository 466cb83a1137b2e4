/** Offers a file to save, without a request. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The address must outlive the click: some browsers read the file a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** A file name from a heading: letters and digits, words joined by hyphens. */
export function fileName(text: string, extension: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['peilglas'];
  return `${words.join('-').slice(0, 80)}.${extension}`;
}

/** An SVG text as PNG at twice its size, sharp enough for a slide. */
export async function toPng(svg: string, width: number, height: number): Promise<Blob | null> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
