/** How far a form is: a bar of its steps, and the next one by name. */
Component({
  properties: {
    /** From 0. */
    step: { type: Number, value: 0 },
    names: { type: Array, value: [] as string[] },
  },
});
