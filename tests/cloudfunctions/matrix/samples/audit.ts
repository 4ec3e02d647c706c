import type { SamplesOf } from './samples-of';

export const audit: SamplesOf<'audit'> = { seal: () => ({}), check: () => ({ fromSeal: 1 }) };
