import type { QueueStatus } from '../../cloudfunctions/contracts';
import type { Random } from './random';

/** States drawn without putting back: in the end each was drawn as often as the plan says, wherever it fell. */
export class States {
  constructor(
    private readonly random: Random,
    private readonly left: Record<QueueStatus, number>,
  ) {}

  draw(): QueueStatus {
    const { submitted, returned, verified } = this.left;
    const roll = this.random.next() * (submitted + returned + verified);
    const state = roll < submitted ? 'submitted' : roll < submitted + returned ? 'returned' : 'verified';
    this.left[state] -= 1;
    return state;
  }
}
