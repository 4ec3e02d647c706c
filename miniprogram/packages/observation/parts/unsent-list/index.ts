type UnsentRow = { requestId: string; title: string; note: string; problem: string };

/** The readings that wait on this phone, and those that the cloud would not take. Says `send`, or `forget` with `{requestId}`. */
Component({
  properties: {
    rows: { type: Array, value: [] as UnsentRow[] },
  },
  data: { waiting: [] as UnsentRow[], refused: [] as UnsentRow[] },
  observers: {
    rows(rows: UnsentRow[]) {
      this.setData({
        waiting: rows.filter(({ problem }) => problem === ''),
        refused: rows.filter(({ problem }) => problem !== ''),
      });
    },
  },
  methods: {
    send() {
      this.triggerEvent('send');
    },
    forget(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('forget', { requestId: event.currentTarget.dataset.id });
    },
  },
});
