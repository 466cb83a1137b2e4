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
