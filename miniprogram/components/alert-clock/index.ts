import { ticking } from '../../behaviors/ticking';
import { alertClock } from '../../shared/alert-words';

/** The two-hour clock of an alert, in words and as a bar that fills. It goes on by itself while the page is shown. */
Component({
  behaviors: [ticking],
  properties: {
    raisedAt: { type: String, value: '' },
    reportBy: { type: String, value: '' },
    /** Empty while the town has not been told. */
    reportedAt: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { clock: { state: 'running', line: '', left: '', percent: 0 } },
  observers: {
    'raisedAt, reportBy, reportedAt'() {
      this.tick();
    },
  },
  methods: {
    tick() {
      const { raisedAt, reportBy, reportedAt } = this.data;
      if (raisedAt === '' || reportBy === '') return;
      const told = reportedAt === '' ? null : reportedAt;
      this.setData({ clock: alertClock({ raisedAt, reportBy, reportedAt: told }, Date.now()) });
    },
  },
});
