import type { ShelfText } from '../shelf-text';
import { EVERY_DAY_TEXTS } from './every-day';
import { TESTS_AND_CARE_TEXTS } from './tests-and-care';
import { WHEN_ILL_TEXTS } from './when-ill';

/** The library as it ships, in the order of the shelf. */
export const SHELF_TEXTS: readonly ShelfText[] = [
  ...EVERY_DAY_TEXTS,
  ...WHEN_ILL_TEXTS,
  ...TESTS_AND_CARE_TEXTS,
];
