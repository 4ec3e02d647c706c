import type { GridLevel } from '../../../../cloudfunctions/contracts/index';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { addGrid, changeGrid } from '../../../services/township';
import { LEVELS } from '../../../shared/labels';
import { hasErrors, without, wrongOnes, type Errors } from '../../../shared/form-errors';
import { wrongCount, wrongGridCode, wrongGridName } from '../check-forms';
import { levelAbove } from '../grid-move/view';

const ORDER: readonly GridLevel[] = ['town', 'village', 'team', 'unit'];

/** Levels that may lie below one: every lower one, for some towns have groups without villages. */
const levelsBelow = (level: GridLevel) =>
  ORDER.slice(ORDER.indexOf(level) + 1).map((value) => ({ value, text: LEVELS[value] }));

/** Adds a grid below another, or changes one's name, code and count of households. */
Component({
  behaviors: [textSize],
  data: {
    /** Empty when one is added. */
    gridId: '',
    parentId: '',
    requestId: '',
    /** Under what else it can be moved, 村 or 组; empty when it can't. */
    levelAbove: '',
    levels: [] as { value: GridLevel; text: string }[],
    form: { level: '' as GridLevel | '', name: '', code: '', known: '' },
    /** Households are counted on the lowest grids only. */
    counts: true,
    errors: {} as Errors,
    problem: '',
    sending: false,
  },
  methods: {
    async onLoad(query: {
      gridId?: string;
      name?: string;
      code?: string;
      known?: string;
      lowest?: string;
      level?: GridLevel;
      parentId?: string;
      parentLevel?: GridLevel;
    }) {
      if (query.gridId !== undefined) {
        const form = {
          level: '' as const,
          name: decodeURIComponent(query.name ?? ''),
          code: query.code ?? '',
          known: query.known ?? '0',
        };
        this.setData({
          gridId: query.gridId,
          form,
          counts: query.lowest === '1',
          levelAbove: query.level === undefined ? '' : levelAbove(query.level),
        });
        return;
      }
      const levels = levelsBelow(query.parentLevel ?? 'town');
      this.setData({
        parentId: query.parentId ?? '',
        levels,
        'form.level': levels[0]?.value ?? '',
        requestId: await makeRequestId(),
      });
    },

    write(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'name' | 'code' | 'known' }>,
    ) {
      const { name } = event.currentTarget.dataset;
      const asked = name === 'known' ? 'knownHouseholds' : name;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, asked) });
    },

    chooseLevel(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ 'form.level': event.detail.chosen[0] as GridLevel });
    },

    move() {
      void wx.navigateTo({ url: `../grid-move/index?gridId=${this.data.gridId}` });
    },

    async send() {
      if (this.data.sending) return;
      const { form, counts } = this.data;
      const errors = wrongOnes({
        name: wrongGridName(form.name),
        code: wrongGridCode(form.code),
        knownHouseholds: counts ? wrongCount(form.known) : '',
      });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) return;
      this.setData({ sending: true });
      try {
        await this.store();
        await wx.navigateBack();
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ errors: error.fields, problem: hasErrors(error.fields) ? '' : error.message });
      }
    },

    async store() {
      const { gridId, parentId, requestId, form, counts } = this.data;
      const name = form.name.trim();
      const code = form.code.trim();
      const knownHouseholds = Number(form.known);
      if (gridId !== '') await changeGrid({ gridId, name, code, ...(counts && { knownHouseholds }) });
      else if (form.level !== '')
        await addGrid({ requestId, parentId, level: form.level, name, code, knownHouseholds });
    },
  },
});
