import { divisionChoosing, type ChosenDivision } from '../../behaviors/division-choosing';
import type { StayDraft } from './declare/declaration-draft';
import { nextGap } from './declare/stay-problems';

type IndexEvent = WechatMiniprogram.CustomEvent<{ index: number }>;

/**
 * Stays are written row by row: chosen from the divisions, dated, added and taken off. The page brings `staysNow()`, which there are and
 * the day of arrival, and `writeStays()`, which keeps them and opens one.
 */
export const stayRows = Behavior({
  behaviors: [divisionChoosing],
  data: { openStay: -1, lookBackDays: 14 },
  methods: {
    staysNow(): { stays: readonly StayDraft[]; arrivalDate: string } {
      throw new Error('A page on which stays are written brings its own staysNow()');
    },
    writeStays(stays: StayDraft[], openStay: number): void {
      throw new Error(`A page brings its own writeStays(), here of ${stays.length}, open ${openStay}`);
    },

    async onAddStay(): Promise<void> {
      const chosen = await this.askStay();
      if (chosen === undefined) return;
      const { stays, arrivalDate } = this.staysNow();
      const stay = { ...placeOf(chosen), ...nextGap(stays, arrivalDate, this.data.lookBackDays) };
      const next = [...stays, stay].sort((one, other) => one.from.localeCompare(other.from));
      this.writeStays(next, next.indexOf(stay));
    },

    async onStayPlace(event: IndexEvent): Promise<void> {
      const chosen = await this.askStay();
      if (chosen !== undefined) this.changeStay(event.detail.index, placeOf(chosen));
    },

    onStayDate(
      event: WechatMiniprogram.CustomEvent<{ index: number; end: 'from' | 'to'; value: string }>,
    ): void {
      const { index, end, value } = event.detail;
      this.changeStay(index, { [end]: value });
    },

    changeStay(index: number, change: Partial<StayDraft>): void {
      this.writeStays(
        this.staysNow().stays.map((stay, at) => (at === index ? { ...stay, ...change } : stay)),
        index,
      );
    },

    onEditStay(event: IndexEvent): void {
      this.setData({ openStay: event.detail.index });
    },

    onRemoveStay(event: IndexEvent): void {
      this.writeStays(
        this.staysNow().stays.filter((_, index) => index !== event.detail.index),
        -1,
      );
    },

    askStay(): Promise<ChosenDivision | undefined> {
      return this.askDivision({ title: '住在哪里', level: 'county', abroad: true });
    },
  },
});

const placeOf = (chosen: ChosenDivision): Pick<StayDraft, 'kind' | 'code' | 'name'> =>
  chosen.kind === 'division'
    ? { kind: 'division', code: chosen.code, name: chosen.name }
    : { kind: 'abroad', code: chosen.country, name: chosen.name };
