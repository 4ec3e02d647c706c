import type { GroupView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { bindGroup, changeGroup, groupEntered, readGroup, readGroupHere } from '../../../services/channels';
import { CloudError } from '../../../services/cloud';
import { bindingCard } from '../../../services/group-card';
import { type GridOption, ownGridOptions } from '../../../services/own-grids';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { shortPlace } from '../../../shared/places';
import { wrongWords } from '../../../shared/words';

const NAME_LENGTH = 30;

/**
 * 绑定微信群: opened from its card in a group's chat, where WeChat tells the cloud which group it is; or, with `?groupId`, a bound group's name and
 * grid changed from anywhere.
 */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    /** outside: opened elsewhere than in a group's chat; others: nobody here to bind it, or somebody else's. */
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'outside' | 'others',
    why: '',
    groupId: '',
    /** Of a group that is bound already; 0 for a new one. */
    version: 0,
    bound: '',
    name: '',
    gridId: '',
    grids: [] as GridOption[],
    requestId: '',
  },
  methods: {
    async onLoad(query: { groupId?: string }) {
      this.setData({ groupId: query.groupId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        await (this.data.groupId === '' ? this.loadHere() : this.loadBound());
      } catch (error) {
        if (error instanceof CloudError && error.code === 'FORBIDDEN')
          this.setData({
            status: 'others',
            why: '这张卡片是给网格员和网格长的，用来认这个群是哪个网格的。您不用管它。',
          });
        else this.showFailure(error);
      }
    },

    async loadHere() {
      const cloudId = await groupEntered();
      if (cloudId === undefined) {
        this.setData({ status: 'outside' });
        return;
      }
      const { group, boundElsewhere } = await readGroupHere(cloudId);
      if (boundElsewhere)
        this.setData({
          status: 'others',
          why: '这个群已经绑在别的地方了。要改，请联系镇防控办，先在那边解绑。',
        });
      else await this.showForm(group);
    },

    async loadBound() {
      const { group } = await readGroup(this.data.groupId);
      await this.showForm(group);
    },

    async showForm(group: GroupView | null) {
      const grids = await ownGridOptions('gridMember', 'gridLeader', 'townOfficer');
      const only = grids.length === 1 ? grids[0]?.value : undefined;
      this.setData({
        status: 'ready',
        grids: withOwn(grids, group),
        version: group?.version ?? 0,
        bound: group ? `现在叫「${group.name}」，是${shortPlace(group.place)}的群` : '',
        name: group?.name ?? '',
        gridId: group?.gridId ?? only ?? '',
      });
    },

    onName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: event.detail.value, errors: without(this.data.errors, 'name') });
    },
    onGrid(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ gridId: event.detail.chosen[0] ?? '', errors: without(this.data.errors, 'gridId') });
    },

    async save() {
      const { name, gridId, groupId, requestId, version } = this.data;
      const errors = wrongOnes({
        name: wrongWords(name, '群名', { max: NAME_LENGTH }),
        gridId: gridId === '' ? '请选这个群是哪里的' : '',
      });
      if (hasErrors(errors)) {
        this.setData({ errors });
        scrollToWrong(this);
        return;
      }
      const form = { requestId, name, gridId, version };
      const isDone = await this.send(() =>
        groupId === '' ? this.bindHere(form) : changeGroup({ ...form, groupId }),
      );
      if (isDone) await this.leave();
    },

    /** What WeChat said of the group holds for five minutes: asked again, for a name takes its time. */
    async bindHere(form: { requestId: string; name: string; gridId: string; version: number }) {
      const cloudId = await groupEntered();
      if (cloudId === undefined)
        throw new CloudError('CONFLICT', '没有认出是哪个群。请回到群里，再点一次卡片');
      await bindGroup({ ...form, cloudId });
    },

    async leave() {
      if (this.data.groupId !== '') {
        await wx.navigateBack();
        return;
      }
      await tell('绑好了', '以后通知发到这个群，谁都能在群里直接打开看。');
      await wx.redirectTo({ url: '../groups/index' });
    },

    openNotices() {
      void wx.switchTab({ url: '/pages/notices/index' });
    },

    onShareAppMessage: () => bindingCard(),
  },
});

/** A group of a grid deeper than those to choose from keeps its own among them. */
const withOwn = (grids: GridOption[], group: GroupView | null): GridOption[] =>
  group === null || grids.some(({ value }) => value === group.gridId)
    ? grids
    : [...grids, { value: group.gridId, text: shortPlace(group.place) }];
