import { CloudError } from '../../services/cloud';
import { dial } from '../../services/dial';
import { openPhoneToTell, type TellForm, untellHousehold } from '../../services/reach';
import { makeRequestId } from '../../services/request-id';
import { tell } from '../../services/tell';
import { forgetTell, keptTells, submitTell } from '../../services/unsent-tells';
import type { HouseholdCard } from './household-cards';

type Told = { householdId: string; how: TellForm['how'] };
type OfHousehold = WechatMiniprogram.CustomEvent<{ householdId: string }>;

/** So long a tick can be taken back where it was made. */
const UNDO_MS = 5_000;
/** At a door nobody waits longer for the network; the tick is kept on the phone then. */
const PATIENCE_MS = 4_000;
const DONE = { phone: '已电话告知', door: '已上门告知' } as const;

/** Households that are rung up, visited and ticked off. Ringing never ticks by itself. The page brings its own `cards`. */
export const telling = Behavior({
  data: {
    cards: [] as HouseholdCard[],
    /** How many of the cards have left the list since it was loaded. */
    gone: 0,
  },
  lifetimes: {
    detached() {
      for (const timer of timers.get(this)?.values() ?? []) clearTimeout(timer);
      timers.delete(this);
    },
  },
  methods: {
    /** A tick was made, or taken back, or left the list: the page brings its own where it shows figures. */
    afterTelling(): void {
      // Nothing else on the page depends on it.
    },

    /** Something can still be taken back, so the list stays as it is. */
    isTelling(): boolean {
      return this.data.cards.some(({ state }) => state === 'telling' || state === 'told');
    },

    changeCard(householdId: string, change: Partial<HouseholdCard>): void {
      const position = this.data.cards.findIndex((card) => card.householdId === householdId);
      if (position === -1) return;
      this.setData(
        Object.fromEntries(
          Object.entries(change).map(([key, value]) => [`cards[${position}].${key}`, value]),
        ),
      );
    },

    async call({ detail: { householdId } }: OfHousehold): Promise<void> {
      const line = this.data.cards.find((card) => card.householdId === householdId)?.lines[0];
      if (!line) return;
      await dial(() => openPhoneToTell(line.noticeId, householdId));
    },

    async tick({ detail: { householdId, how } }: WechatMiniprogram.CustomEvent<Told>): Promise<void> {
      const card = this.data.cards.find((one) => one.householdId === householdId);
      if (card?.state !== 'waiting') return;
      this.changeCard(householdId, { state: 'telling', done: DONE[how] });
      const requestIds: string[] = [];
      let isKept = false;
      for (const line of card.lines) {
        const requestId = await makeRequestId();
        const outcome = await submitTell(
          { form: { ...line, requestId, how }, name: card.title },
          PATIENCE_MS,
        );
        if (outcome.state === 'refused') {
          this.changeCard(householdId, { state: 'waiting', done: '' });
          await tell('没有记上', outcome.error.message);
          return;
        }
        requestIds.push(requestId);
        isKept ||= outcome.state === 'kept';
      }
      const done = isKept ? `${DONE[how]}，已存在这部手机` : DONE[how];
      this.changeCard(householdId, { state: 'told', done, requestIds });
      this.leaveLater(householdId);
      this.afterTelling();
    },

    leaveLater(householdId: string): void {
      const own = timers.get(this) ?? new Map<string, number>();
      timers.set(this, own);
      const timer = setTimeout(() => {
        own.delete(householdId);
        this.changeCard(householdId, { state: 'gone' });
        this.setData({ gone: this.data.gone + 1 });
        this.afterTelling();
      }, UNDO_MS);
      own.set(householdId, timer);
    },

    async undo({ detail: { householdId } }: OfHousehold): Promise<void> {
      const card = this.data.cards.find((one) => one.householdId === householdId);
      if (!card || (card.state !== 'told' && !card.canUndo)) return;
      const timer = timers.get(this)?.get(householdId);
      if (timer !== undefined) clearTimeout(timer);
      this.changeCard(householdId, { state: 'telling' });
      try {
        for (const [position, line] of card.lines.entries()) await takeBack(line, card.requestIds[position]);
        this.changeCard(householdId, { state: 'waiting', done: '', canUndo: false, requestIds: [] });
      } catch (error) {
        this.changeCard(householdId, { state: card.state });
        if (card.state === 'told') this.leaveLater(householdId);
        if (!(error instanceof CloudError)) throw error;
        await tell('没有撤回', error.message);
      }
      this.afterTelling();
    },
  },
});

/** A tick that waits on this phone never leaves it; one that has left is taken back in the cloud. */
async function takeBack(line: HouseholdCard['lines'][number], requestId: string | undefined): Promise<void> {
  const isHere = keptTells().some(({ form }) => form.requestId === requestId);
  if (isHere && requestId !== undefined) forgetTell(requestId);
  else await untellHousehold({ ...line, ...(requestId !== undefined && { requestId }) });
}

const timers = new WeakMap<object, Map<string, number>>();
