type UnsentRow = { requestId: string; title: string; note: string; problem: string };

/** What waits on this phone, and what the cloud would not take. Says `send`, or `forget` with `{requestId}`. */
Component({
  properties: {
    rows: { type: Array, value: [] as UnsentRow[] },
    /** Behind the number of those that wait: 次体温 */
    counted: { type: String, value: '' },
    /** How one says that they are sent: 报 */
    verb: { type: String, value: '' },
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
