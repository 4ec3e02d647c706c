const A_MINUTE_MS = 60_000;

/** One timer of one function, and when it is due: `next` answers the first moment after the given one. */
export interface Timer {
  function: string;
  trigger: string;
  next: (after: number) => number | undefined;
}

export interface Tick {
  timer: Timer;
  at: number;
}

/**
 * What is due after `from` and up to `to`, in order. Of more than `limit` ticks the frequent timers give up some,
 * evenly spread; a rare one (the daily report) loses none before a minutely one has lost most of its own.
 */
export function ticksBetween(timers: readonly Timer[], from: number, to: number, limit: number): Tick[] {
  const byFrequency = timers
    .map((timer) => ({ timer, ticks: ticksOf(timer, from, to, limit + 1) }))
    .sort((a, b) => a.ticks.length - b.ticks.length);
  let left = limit;
  const chosen = byFrequency.map(({ timer, ticks }, index) => {
    const share = Math.floor(left / (byFrequency.length - index));
    const kept = ticks.length <= share ? ticks : spread(timer, from, to, share);
    left -= kept.length;
    return kept;
  });
  return chosen.flat().sort((a, b) => a.at - b.at);
}

function ticksOf(timer: Timer, from: number, to: number, most: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = timer.next(from); at !== undefined && at <= to && ticks.length < most; at = timer.next(at))
    ticks.push({ timer, at });
  return ticks;
}

/** `count` ticks over the whole time, the last one due among them: what a timer leaves behind is what one looks at afterwards. */
function spread(timer: Timer, from: number, to: number, count: number): Tick[] {
  const final = lastOf(timer, from, to);
  if (final === undefined || count === 0) return [];
  const ticks: Tick[] = [];
  let last = from;
  for (let step = 0; step < count - 1; step += 1) {
    const at = timer.next(Math.max(last, from + ((to - from) * step) / count));
    if (at === undefined || at >= final) break;
    ticks.push({ timer, at });
    last = at;
  }
  return [...ticks, { timer, at: final }];
}

/** When a timer was due last; looked for backwards, further each time. */
function lastOf(timer: Timer, from: number, to: number): number | undefined {
  for (let back = A_MINUTE_MS; ; back *= 2) {
    const start = Math.max(from, to - back);
    let last: number | undefined;
    for (let at = timer.next(start); at !== undefined && at <= to; at = timer.next(at)) last = at;
    if (last !== undefined || start === from) return last;
  }
}
