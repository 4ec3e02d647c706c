/** Faster than this nobody reads: characters a second. */
const FASTEST = 15;
const LEAST_SECONDS = 3;
/** Who reads slowly has read it all the same by then. */
const MOST_SECONDS = 40;

/** How long a text of so many characters has to be on the screen before it counts as read. */
export const secondsToRead = (characters: number): number =>
  Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, Math.ceil(characters / FASTEST)));

/**
 * Reading to the end is two things: enough time with the text on the screen, and its last line in sight. Says once when both are there, and how many
 * seconds it took.
 */
export function readingTime(needed: number, finished: (seconds: number) => void) {
  let seconds = 0;
  let reached = false;
  let over = false;
  let clock: ReturnType<typeof setInterval> | undefined;

  const pause = (): void => {
    if (clock !== undefined) clearInterval(clock);
    clock = undefined;
  };
  const look = (): void => {
    if (over || !reached || seconds < needed) return;
    over = true;
    pause();
    finished(seconds);
  };
  return {
    /** The page is on the screen. */
    resume(): void {
      if (over || clock !== undefined) return;
      clock = setInterval(() => {
        seconds += 1;
        look();
      }, 1_000);
    },
    /** It is not, or not any more. */
    pause,
    reachEnd(): void {
      reached = true;
      look();
    },
  };
}
export type ReadingTime = ReturnType<typeof readingTime>;
