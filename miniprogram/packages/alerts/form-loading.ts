import { readAlert } from '../../services/alerts';
import { CloudError } from '../../services/cloud';
import { makeRequestId } from '../../services/request-id';
import { complaintText, temperatureText } from '../../shared/alert-words';

/** A form about one alert: whose it is, and the version that the form was opened on. */
export const formLoading = Behavior({
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    trouble: '',
    act: { alertId: '', requestId: '', version: 0 },
    who: '',
    finding: null as string | null,
  },
  methods: {
    async onLoad(query: { alertId?: string }): Promise<void> {
      this.setData({
        'act.alertId': decodeURIComponent(query.alertId ?? ''),
        'act.requestId': await makeRequestId(),
      });
      await this.load();
    },

    async load(): Promise<void> {
      try {
        const alert = await readAlert(this.data.act.alertId);
        this.setData({
          status: 'ready',
          'act.version': alert.version,
          who: `${alert.name} ${complaintText(alert)} ${temperatureText(alert.temperature)}`,
          finding: alert.finding,
        });
      } catch (error) {
        const trouble = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        this.setData({ status: 'failed', trouble });
      }
    },

    retry(): void {
      this.setData({ status: 'loading' });
      void this.load();
    },
  },
});
