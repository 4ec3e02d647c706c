/** In `town_settings` as `<town>:prices`: when a dearer price needs a reason. */
export type PriceRuleDocument = {
  _id: string;
  gridPath: string[];
  /** Oldest first; the last one is in force. */
  history: {
    percent: number;
    days: number;
    at: string;
    by: string;
    byName: string;
    requestId: string;
  }[];
};

export const priceRuleIdOf = (townId: string): string => `${townId}:prices`;

/** For a town that has not said otherwise. */
export const FIRST_PRICE_RULE = { percent: 20, days: 7 } as const;
