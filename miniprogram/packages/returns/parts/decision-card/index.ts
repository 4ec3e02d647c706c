import type { DecisionShown } from '../../check/view';

/** Stands there until the page has loaded. */
const NOTHING_DECIDED: DecisionShown = {
  words: '',
  tests: '',
  reasons: [],
  source: '',
  feverClinicFirst: false,
  tone: 'green',
  measure: 'freeMovement',
};

/** What the rules say about somebody, and why: the measure first, then one sentence a rule that applied. */
Component({
  properties: {
    /** 按申报, 核实后 */
    title: { type: String, value: '' },
    decision: { type: Object, value: NOTHING_DECIDED },
  },
});
