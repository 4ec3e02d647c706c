import type { OutputOf, Contracts } from '../../../../cloudfunctions/contracts/index';
import { countAudience } from '../../../services/publishing';
import { afterPause } from '../../../shared/after-pause';
import { formKeeping } from './cloud-keeping';
import { audienceOf } from './form';

type Counted = OutputOf<Contracts['publishing']['countAudience']>;
export type Count = { status: 'none' | 'counting' | 'ready' | 'failed' } & Counted;

const NONE: Count = { status: 'none', households: 0, people: 0, needsSecond: false, seconds: [], names: [] };
/** Somebody who ticks five teams is counted once. */
const PAUSE_MS = 500;

/** Gives the page how many an audience reaches, counted anew whenever it changes. */
export const counting = Behavior({
  behaviors: [formKeeping],
  data: { count: NONE },
  lifetimes: {
    detached() {
      pause.stop(this);
    },
  },
  methods: {
    recount(): void {
      pause.stop(this);
      if (this.data.draft.gridIds.length === 0) {
        this.setData({ count: NONE });
        return;
      }
      this.setData({ 'count.status': 'counting' });
      pause.soon(this, () => void this.countNow(), PAUSE_MS);
    },

    async countNow(): Promise<void> {
      const { draft } = this.data;
      const audience = audienceOf(draft);
      const asked = JSON.stringify([audience, draft.kind]);
      const isOld = () => JSON.stringify([audienceOf(this.data.draft), this.data.draft.kind]) !== asked;
      try {
        const counted = await countAudience(audience, draft.kind);
        if (!isOld()) this.setData({ count: { status: 'ready', ...counted } });
      } catch {
        // Also offline: what is known stays, and says that it is not the newest.
        if (!isOld()) this.setData({ 'count.status': 'failed' });
      }
    },
  },
});

const pause = afterPause();
