type Line = { text: string; count: number; tone: 'green' | 'grey' | 'amber' | 'red' };

/** How far a spreadsheet is, and what becomes of its rows. Says `goOn` when a stopped one shall go on, `faults` to see the rows with something wrong. */
Component({
  properties: {
    /** checking, checked, applying or applied */
    step: { type: String, value: 'checking' },
    busy: { type: Boolean, value: false },
    /** What applying is called here: 导入, 下发. */
    verb: { type: String, value: '导入' },
    done: { type: Number, value: 0 },
    rows: { type: Number, value: 0 },
    lines: { type: Array, value: [] as Line[] },
    problems: { type: Number, value: 0 },
  },
  data: { going: true, doing: '', percent: 0 },
  observers: {
    'step, verb'(step: string, verb: string) {
      this.setData({
        going: step === 'checking' || step === 'applying',
        doing: step === 'checking' ? '检查' : verb,
      });
    },
    'done, rows'(done: number, rows: number) {
      this.setData({ percent: rows === 0 ? 100 : Math.floor((done / rows) * 100) });
    },
  },
  methods: {
    goOn() {
      this.triggerEvent('goOn');
    },
    openFaults() {
      this.triggerEvent('faults');
    },
  },
});
