import { windowDays } from '../../../shared/stays';
import { stayRows } from '../stay-rows';
import type { StayDraft } from './declaration-draft';
import { declarationKeeping } from './draft-keeping';
import { staysUntil } from './stay-problems';

/** The stays of a declaration are written, and kept with its draft. */
export const staysWriting = Behavior({
  behaviors: [declarationKeeping, stayRows],
  methods: {
    staysNow() {
      const { stays, arrivalDate } = this.data.draft;
      return { stays, arrivalDate };
    },

    writeStays(stays: StayDraft[], openStay: number): void {
      this.write('stays', stays);
      this.setData({ openStay });
    },

    /** The day of arrival moves the window, and the stays with it. */
    moveWindow(before: string, arrivalDate: string): void {
      const { draft, lookBackDays } = this.data;
      const [firstDay = ''] = windowDays(arrivalDate, lookBackDays);
      if (draft.stays.length > 0) this.write('stays', staysUntil(draft.stays, before, arrivalDate, firstDay));
    },
  },
});
