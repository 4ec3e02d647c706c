import type { DecisionShown } from '../../check/view';

/** What the rules say about somebody, and why: the measure first, then one sentence a rule that applied. */
Component({
  properties: {
    /** 按申报, 核实后 */
    title: { type: String, value: '' },
    decision: { type: Object, value: {} as DecisionShown },
  },
});
