import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { moveGrid, readGrid } from '../../../services/township';
import { emptyMove, moveView, progressOf } from './view';

/** Hangs a team or a unit under another village or team. The cloud works a few seconds at a time; the page calls on until it is done. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    gridId: '',
    requestId: '',
    move: emptyMove,
    chosen: '',
    progress: { percent: 0, text: '' },
    /** `stopped`: begun, and waits for somebody to go on with it. */
    step: 'choosing' as 'choosing' | 'moving' | 'stopped' | 'done',
    error: '',
    problem: '',
  },
  methods: {
    async onLoad(query: { gridId?: string }) {
      this.setData({ gridId: query.gridId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      if (this.data.step === 'moving') return;
      try {
        const details = await readGrid(this.data.gridId);
        const move = moveView(details, await this.siblingsOf(details.grid.parentId));
        this.setData({ status: 'ready', move, step: move.moving ? 'stopped' : 'choosing' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async siblingsOf(parentId: string | null) {
      if (parentId === null) return [];
      try {
        const { parentId: above } = (await readGrid(parentId)).grid;
        return above === null ? [] : (await readGrid(above)).children;
      } catch (error) {
        // An office that holds this village only has nowhere else to move anything.
        if (error instanceof CloudError && error.code === 'NOT_FOUND') return [];
        throw error;
      }
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ chosen: event.detail.chosen[0] ?? '', error: '' });
    },

    async send() {
      const { chosen, move } = this.data;
      const target = move.choices.find(({ value }) => value === chosen);
      if (!target) {
        this.setData({ error: `请选一个${move.levelAbove}` });
        return;
      }
      const confirm = await ask({
        title: `把${move.name}移到${target.text}？`,
        content: `这里的档案和岗位一起过去。以后${target.text}的人看得到，${move.parentName}的人看不到。以前的记录都留着。`,
        yes: '移过去',
        no: '不移了',
      });
      if (confirm) await this.run(target.value);
    },

    /** What was begun earlier goes on to where it was going. */
    async goOn() {
      await this.run(this.data.move.parentId);
    },

    async run(parentId: string) {
      if (this.data.step === 'moving') return;
      const { gridId, requestId, step } = this.data;
      this.setData({ step: 'moving', problem: '', error: '', progress: { percent: 0, text: '正在移…' } });
      let isBegun = step === 'stopped';
      try {
        for (let isDone = false; !isDone;) {
          const { done, moved, left } = await moveGrid({ requestId, gridId, parentId });
          isBegun = true;
          isDone = done;
          this.setData({ progress: progressOf({ moved, left }) });
        }
        this.setData({ step: 'done' });
      } catch (error) {
        // The answer may have got lost after the move began: what stands is asked again.
        this.setData({ step: isBegun ? 'stopped' : 'choosing' });
        if (!(error instanceof CloudError)) throw error;
        const beside = error.fields.parentId ?? '';
        this.setData({ error: beside, problem: beside === '' ? error.message : '' });
        if (beside === '') await this.load();
      }
    },

    close() {
      void wx.navigateBack();
    },
  },
});
