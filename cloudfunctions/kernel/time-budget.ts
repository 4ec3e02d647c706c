/** How long a call goes on with work that a phone waits for: short enough for the phone to show that it moves. */
const BUDGET_MS = 5_000;

/** True until the time of a call is used up. Measures time that passes, whatever the clock on the wall is set to. */
export function timeBudget(milliseconds = BUDGET_MS): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() < end;
}

/** How long a timer's call goes on: leaves room below the function's 60 seconds for the batch in hand. */
const TIMER_BUDGET_MS = 40_000;

/** `timeBudget` of a timer's call. */
export const timerBudget = (): (() => boolean) => timeBudget(TIMER_BUDGET_MS);
