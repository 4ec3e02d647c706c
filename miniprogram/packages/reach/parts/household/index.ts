import { emptyCard } from '../../household-cards';

/** A household to ring up, to visit and to tick off. Says `call`, `tick` with `how`, `undo`, or `people`, each with `{householdId}`. */
Component({
  properties: {
    card: { type: Object, value: emptyCard },
    /** Who of it did what can be asked for. */
    asks: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  methods: {
    say(event: WechatMiniprogram.TouchEvent<object, object, { act: string }>) {
      const { householdId } = this.data.card;
      this.triggerEvent(event.currentTarget.dataset.act, { householdId });
    },
    tick(event: WechatMiniprogram.TouchEvent<object, object, { how: string }>) {
      const { householdId } = this.data.card;
      this.triggerEvent('tick', { householdId, how: event.currentTarget.dataset.how });
    },
  },
});
