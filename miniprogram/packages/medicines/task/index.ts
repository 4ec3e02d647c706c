import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { dial } from '../../../services/dial';
import {
  dropTemperatureTask,
  finishTemperatureTask,
  openTaskPhone,
  readTemperatureTask,
} from '../../../services/medicines';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';
import { temperatureOf, wrongTemperature } from '../../../shared/temperature';
import { oneLine } from '../../../shared/words';

const blank = {
  taskId: '',
  version: 0,
  name: '',
  place: '',
  because: '',
  open: false,
  result: '',
  answer: '',
  doneBy: '',
  asked: '',
};

/** Takes the temperature of somebody who bought a drug of the four classes. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    taskId: '',
    requestId: '',
    task: blank,
    feverFrom: 0,
    digits: '',
    answer: '',
    asking: false,
    ready: ['买来备着的，没有不舒服', '替别人买的', '人不在村里'],
  },
  methods: {
    async onLoad(query: { taskId?: string }) {
      this.setData({
        taskId: decodeURIComponent(query.taskId ?? ''),
        requestId: await makeRequestId(),
      });
      await this.load();
    },

    async load() {
      try {
        const task = await readTemperatureTask(this.data.taskId);
        this.setData({
          status: 'ready',
          feverFrom: task.feverFrom,
          task: {
            taskId: task.taskId,
            version: task.version,
            name: task.name,
            place: task.place,
            because: task.because,
            open: task.status === 'open',
            result: task.temperature === null ? '不用量' : `${task.temperature.toFixed(1)}℃`,
            answer: task.answer,
            doneBy: task.doneBy ?? '',
            asked: momentText(task.createdAt, Date.now()),
          },
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    press(event: WechatMiniprogram.CustomEvent<{ digits: string }>) {
      this.setData({ digits: event.detail.digits, errors: {} });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ answer: event.detail.value });
    },

    async finish() {
      const { digits, answer, requestId, task } = this.data;
      const wrong = wrongTemperature(digits);
      this.setData({ errors: wrong === '' ? {} : { temperature: wrong }, problem: '' });
      const temperature = temperatureOf(digits);
      if (wrong !== '' || temperature === null) {
        scrollToWrong(this);
        return;
      }
      const { taskId, version } = task;
      const found = { alerted: false };
      const isDone = await this.send(async () => {
        const form = { requestId, taskId, version, temperature, answer: oneLine(answer) };
        found.alerted = (await finishTemperatureTask(form)).alerted;
      });
      if (!isDone) return;
      if (found.alerted)
        await tell('体温偏高', '已经报了异常，网格长和镇防控办也看得到。请到“异常”里接着办。');
      await wx.navigateBack();
    },

    ask() {
      this.setData({ asking: true });
    },

    closeSheet() {
      this.setData({ asking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ asking: false });
      const { requestId, task } = this.data;
      const { taskId, version } = task;
      const { reason } = event.detail;
      if (await this.send(async () => dropTemperatureTask({ requestId, taskId, version }, reason)))
        await wx.navigateBack();
    },

    async dial() {
      await dial(() => openTaskPhone(this.data.taskId));
    },
  },
});
