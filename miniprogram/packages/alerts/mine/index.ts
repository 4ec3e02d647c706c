import { loading } from '../../../behaviors/loading';
import { listMyAlerts } from '../../../services/alerts';
import { callContact, readContact } from '../../../services/contact';
import { textSize } from '../../../services/text-size';
import { complaintInPlainWords, temperatureText } from '../../../shared/alert-words';
import { momentText } from '../../../shared/dates';

type Card = {
  alertId: string;
  title: string;
  temperature: string;
  when: string;
  next: string;
  isOpen: boolean;
};

/** What a family sees of its own alerts: who has it, and what happens next. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as Card[],
    callName: '',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { alerts } = await listMyAlerts();
        const now = Date.now();
        const cards = alerts.map(({ alertId, name, raisedAt, next, isOpen, ...what }) => ({
          alertId,
          title: `${name} ${complaintInPlainWords(what)}`,
          temperature: temperatureText(what.temperature),
          when: `${momentText(raisedAt, now)} 上报`,
          next,
          isOpen,
        }));
        this.setData({ status: 'ready', cards, callName: readContact()?.name ?? '' });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    call() {
      void callContact();
    },
  },
});
