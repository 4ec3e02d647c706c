/** One row of the register: who bought what, where and when; numbers are masks. What may be done with it stands in the slot. */
Component({
  properties: { sale: { type: Object, value: {} } },
});
