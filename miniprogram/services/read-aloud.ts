/** Reads sentences aloud, one after the other; resolves at the end, or when it is stopped. Throws when this phone has no voice. */
export async function readAloud(sentences: readonly string[]): Promise<void> {
  stopReading();
  if (sentences.length === 0) return;
  return Promise.reject(new Error('no voice'));
}

export function stopReading(): void {
  return;
}
