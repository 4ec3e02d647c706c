import type { FaultCard } from '../../behaviors/fault-listing';

/** The rows of a spreadsheet that somebody has to look at, by row and column. Says `more` when the rest shall be tried again. */
Component({
  properties: {
    cards: { type: Array, value: [] as FaultCard[] },
    /** Where the next rows start; empty at the end. */
    next: { type: String, value: '' },
    /** idle, loading or failed */
    more: { type: String, value: 'idle' },
  },
  methods: {
    goOn() {
      this.triggerEvent('more');
    },
  },
});
