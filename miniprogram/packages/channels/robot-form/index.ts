import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { type GridOption, ownGridOptions } from '../../../services/own-grids';
import { makeRequestId } from '../../../services/request-id';
import { addRobot, changeRobot, readRobot } from '../../../services/robots';
import { textSize } from '../../../services/text-size';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { oneLine, wrongWords } from '../../../shared/words';

const NAME_LENGTH = 30;
const ADDRESS = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=';

/** Adds a work group's robot, or gives one another name or address. The address is typed here and never shown again. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** Empty when one is added. */
    robotId: '',
    requestId: '',
    version: 0,
    keyEnd: '',
    grids: [] as GridOption[],
    form: { gridId: '', name: '', webhook: '' },
  },
  methods: {
    async onLoad(query: { robotId?: string }) {
      this.setData({ robotId: query.robotId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        await (this.data.robotId === '' ? this.showBlank() : this.showRobot());
        this.setData({ status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async showBlank() {
      const grids = await ownGridOptions('gridLeader', 'townOfficer');
      this.setData({ grids, 'form.gridId': grids[0]?.value ?? '' });
    },

    async showRobot() {
      const { robot } = await readRobot(this.data.robotId);
      const { version, keyEnd, gridId, name } = robot;
      this.setData({ version, keyEnd, form: { gridId, name, webhook: '' } });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'name' | 'webhook' }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    onGrid(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({
        'form.gridId': event.detail.chosen[0] ?? '',
        errors: without(this.data.errors, 'gridId'),
      });
    },

    async save() {
      const { form, robotId, requestId, version } = this.data;
      const webhook = form.webhook.trim();
      const errors = wrongOnes({
        name: wrongWords(form.name, '群名', { max: NAME_LENGTH }),
        gridId: form.gridId === '' ? '请选发哪里的通知' : '',
        webhook: wrongAddress(webhook, robotId !== ''),
      });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) {
        scrollToWrong(this);
        return;
      }
      const name = oneLine(form.name);
      const isSaved = await this.send(() =>
        robotId === ''
          ? addRobot({ requestId, gridId: form.gridId, name, webhook })
          : changeRobot({ requestId, robotId, version, name, webhook: webhook === '' ? null : webhook }),
      );
      if (isSaved) await wx.navigateBack();
      else scrollToWrong(this);
    },
  },
});

/** The cloud looks at every letter; here it is said before anything leaves. */
function wrongAddress(webhook: string, isKept: boolean): string {
  if (webhook === '') return isKept ? '' : '请粘贴机器人的地址';
  return webhook.startsWith(ADDRESS)
    ? ''
    : `这不是群机器人的地址。请复制整条「Webhook 地址」，开头是 ${ADDRESS.slice(0, ADDRESS.indexOf('/cgi-bin'))}`;
}
