import type { ClaimRow } from '../../phones/rows';

const blank: ClaimRow = { claimId: '', title: '', place: '', note: '', rostered: false };

/** One claim with its two answers. Says `decide` with `{claimId, decision}`. */
Component({
  properties: {
    claim: { type: Object, value: blank },
    /** The one who looks at it may decide. */
    decides: { type: Boolean, value: false },
  },
  methods: {
    confirm() {
      this.say('confirm');
    },
    refuse() {
      this.say('refuse');
    },
    say(decision: 'confirm' | 'refuse') {
      this.triggerEvent('decide', { claimId: this.data.claim.claimId, decision });
    },
  },
});
