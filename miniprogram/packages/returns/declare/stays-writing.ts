import { divisionChoosing, type ChosenDivision } from '../../../behaviors/division-choosing';
import { windowDays } from '../../../shared/stays';
import type { StayDraft } from './declaration-draft';
import { declarationKeeping } from './draft-keeping';
import { nextGap, staysUntil } from './stay-problems';

type IndexEvent = WechatMiniprogram.CustomEvent<{ index: number }>;

/** Stays are written: chosen from the divisions, dated, added and taken off. */
export const staysWriting = Behavior({
  behaviors: [declarationKeeping, divisionChoosing],
  data: { openStay: -1, lookBackDays: 14 },
  methods: {
    async onAddStay(): Promise<void> {
      const { draft, lookBackDays } = this.data;
      const chosen = await this.askStay();
      if (chosen === undefined) return;
      const stay = { ...placeOf(chosen), ...nextGap(draft.stays, draft.arrivalDate, lookBackDays) };
      const stays = inOrder([...this.data.draft.stays, stay]);
      this.writeStays(stays, stays.indexOf(stay));
    },

    async onStayPlace(event: IndexEvent): Promise<void> {
      const { index } = event.detail;
      const chosen = await this.askStay();
      if (chosen === undefined) return;
      this.writeStays(
        this.data.draft.stays.map((stay, at) => (at === index ? { ...stay, ...placeOf(chosen) } : stay)),
        index,
      );
    },

    onStayDate(
      event: WechatMiniprogram.CustomEvent<{ index: number; end: 'from' | 'to'; value: string }>,
    ): void {
      const { index, end, value } = event.detail;
      this.writeStays(
        this.data.draft.stays.map((stay, at) => (at === index ? { ...stay, [end]: value } : stay)),
        index,
      );
    },

    onEditStay(event: IndexEvent): void {
      this.setData({ openStay: event.detail.index });
    },

    onRemoveStay(event: IndexEvent): void {
      this.writeStays(
        this.data.draft.stays.filter((_, index) => index !== event.detail.index),
        -1,
      );
    },

    askStay(): Promise<ChosenDivision | undefined> {
      return this.askDivision({ title: '住在哪里', level: 'county', abroad: true });
    },

    writeStays(stays: StayDraft[], openStay: number): void {
      this.write('stays', stays);
      this.setData({ openStay });
    },

    /** The day of arrival moves the window, and the stays with it. */
    moveWindow(before: string, arrivalDate: string): void {
      const { draft, lookBackDays } = this.data;
      const [firstDay = ''] = windowDays(arrivalDate, lookBackDays);
      if (draft.stays.length > 0) this.write('stays', staysUntil(draft.stays, before, arrivalDate, firstDay));
    },
  },
});

const inOrder = (stays: readonly StayDraft[]): StayDraft[] =>
  [...stays].sort((one, other) => one.from.localeCompare(other.from));

const placeOf = (chosen: ChosenDivision): Pick<StayDraft, 'kind' | 'code' | 'name'> =>
  chosen.kind === 'division'
    ? { kind: 'division', code: chosen.code, name: chosen.name }
    : { kind: 'abroad', code: chosen.country, name: chosen.name };
