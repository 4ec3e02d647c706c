import type { Contracts, InputOf } from '../../../../cloudfunctions/contracts';
import type { World } from '../world';

/** A valid input for every action of a function: a missing one does not compile. */
export type SamplesOf<F extends keyof Contracts> = {
  [A in keyof Contracts[F]]: (world: World) => InputOf<Contracts[F][A]>;
};
