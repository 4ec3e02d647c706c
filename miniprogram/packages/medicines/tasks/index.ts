import type { TaskRow } from '../../../../cloudfunctions/contracts/index';
import { tabbing } from '../../../behaviors/tabbing';
import { listTemperatureTasks, type TaskStatus } from '../../../services/medicines';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';

const EMPTY: Readonly<Record<TaskStatus, { title: string; text: string }>> = {
  open: { title: '没有要量体温的人', text: '有人买退烧、止咳、抗病毒药或抗生素，会出现在这里。' },
  done: { title: '还没有量过的', text: '量完的会在这里。' },
  dropped: { title: '没有不用量的', text: '写明不用量的会在这里。' },
};

const taskCard = (task: TaskRow, now: number) => ({
  taskId: task.taskId,
  name: task.name,
  place: task.place,
  because: task.because,
  when: momentText(task.createdAt, now),
  result: task.temperature === null ? task.answer : `${task.temperature.toFixed(1)}℃`,
});
type TaskCard = ReturnType<typeof taskCard>;

/** Whoever bought such a drug may be ill: whose temperature the village doctor is to take. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'open' as TaskStatus,
    cards: [] as TaskCard[],
    empty: EMPTY,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listTemperatureTasks(this.data.tab, after);
      return { cards: rows.map((task) => taskCard(task, Date.now())), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `../task/index?taskId=${encodeURIComponent(id)}` });
    },
  },
});
