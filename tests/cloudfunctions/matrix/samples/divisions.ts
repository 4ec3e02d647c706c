import type { SamplesOf } from './samples-of';

export const divisions: SamplesOf<'divisions'> = { all: () => ({}) };
