import { CONSENT_TEXT } from '../../shared/consent';

/** The privacy text and the ticks below it. The guardian's tick is asked for only when there is a child. */
Component({
  properties: {
    /** Who ticks: the household on its own phone, the grid member who tells it at its door, or who only puts a file right there. */
    asked: { type: String, value: 'phone' as 'phone' | 'door' | 'correction' },
    agreed: { type: Boolean, value: false },
    child: { type: Boolean, value: false },
    guardian: { type: Boolean, value: false },
    agreedError: { type: String, value: '' },
    guardianError: { type: String, value: '' },
  },
  data: { paragraphs: CONSENT_TEXT },
  methods: {
    pressAgreed() {
      this.triggerEvent('change', { name: 'agreed', value: !this.data.agreed });
    },
    pressGuardian() {
      this.triggerEvent('change', { name: 'guardian', value: !this.data.guardian });
    },
  },
});
