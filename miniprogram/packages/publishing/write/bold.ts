/** From where to where a text is bold, in UTF-16 units; sorted, never touching. */
export type Span = readonly [start: number, end: number];
export type Run = { text: string; bold: boolean };

/** A part of a text that is made bold by one tap: what stands between two punctuation marks. */
export type Phrase = { start: number; end: number; text: string; bold: boolean };

const BETWEEN = /[^\s，。；：！？、,;:!?（）()「」“”…]+/gu;

export const phrasesOf = (text: string, bold: readonly Span[]): Phrase[] =>
  [...text.matchAll(BETWEEN)].map(({ 0: phrase, index: start }) => {
    const end = start + phrase.length;
    return { start, end, text: phrase, bold: bold.some(([from, until]) => from <= start && until >= end) };
  });

/** Spans in order, those that touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([start, end]) => start < end).sort(([a], [b]) => a - b);
  const result: Span[] = [];
  for (const [start, end] of sorted) {
    const last = result[result.length - 1];
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([start, end]);
  }
  return result;
}

/** Makes a phrase bold, or plain again. */
export const toggled = (bold: readonly Span[], { start, end, bold: isBold }: Phrase): Span[] =>
  isBold
    ? joined(
        bold.flatMap(([from, until]): Span[] => [
          [from, Math.min(until, start)],
          [Math.max(from, end), until],
        ]),
      )
    : joined([...bold, [start, end]]);

/** What stays bold after the text was changed in one place: what was typed into a bold part is bold, what was cut away is gone. */
export function afterEdit(bold: readonly Span[], before: string, after: string): Span[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const changedUntil = before.length - tail;
  const grown = after.length - before.length;
  const moved = (place: number, isEnd: boolean): number => {
    if (place <= head) return place;
    if (place >= changedUntil) return place + grown;
    return isEnd ? head : changedUntil + grown;
  };
  return joined(bold.map(([start, end]): Span => [moved(start, false), moved(end, true)]));
}

export function runsOf(text: string, bold: readonly Span[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const [start, end] of bold) {
    if (at < start) runs.push({ text: text.slice(at, start), bold: false });
    runs.push({ text: text.slice(start, end), bold: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), bold: false });
  return runs;
}

export function fromRuns(runs: readonly Run[]): { text: string; bold: Span[] } {
  let text = '';
  const bold: Span[] = [];
  for (const run of runs) {
    if (run.bold) bold.push([text.length, text.length + run.text.length]);
    text += run.text;
  }
  return { text, bold: joined(bold) };
}
