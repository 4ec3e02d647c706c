import type { SummaryCard } from '../summary';

/** What was answered, to be read once more; then consent and signature. Says `edit` `{step}`, `change` `{name, value}`. */
Component({
  properties: {
    cards: { type: Array, value: [] as SummaryCard[] },
    /** Only a new declaration is agreed to and signed. */
    signs: { type: Boolean, value: false },
    agreed: { type: Boolean, value: false },
    child: { type: Boolean, value: false },
    guardian: { type: Boolean, value: false },
    signature: { type: String, value: '' },
    signer: { type: String, value: '' },
    isProxy: { type: Boolean, value: false },
    errors: { type: Object, value: {} as Record<string, string> },
  },
  methods: {
    edit(event: WechatMiniprogram.TouchEvent<object, object, { step: string }>) {
      this.triggerEvent('edit', { step: event.currentTarget.dataset.step });
    },
    consent(event: WechatMiniprogram.CustomEvent<{ name: string; value: boolean }>) {
      this.triggerEvent('change', event.detail);
    },
    sign(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { name: 'signature', value: event.detail.value });
    },
  },
});
