import type { SamplesOf } from './samples-of';

export const home: SamplesOf<'home'> = { today: () => ({}) };
