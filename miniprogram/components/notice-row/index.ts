import type { NoticeCard } from './view';

/** A notice in a list: what kind, what it is about, who says it, and how it stands. `open` {url} when it is pressed. */
Component({
  properties: {
    card: { type: Object, value: null as unknown as NoticeCard },
  },
  methods: {
    open() {
      this.triggerEvent('open', { url: this.data.card.url });
    },
  },
});
