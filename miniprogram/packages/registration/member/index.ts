import { personKeeping } from '../../../behaviors/person-keeping';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { checkPeople, errorsOfPerson } from '../check-household';
import { blankHousehold, isHouseholdDraft, isUntouched } from '../household-draft';

/** Questions judged as soon as their box is left; the others wait for 存好. */
type Judged = 'name' | 'number' | 'phone';
const isJudged = (name: string): name is Judged => ['name', 'number', 'phone'].includes(name);

const memberKeeping = personKeeping({
  blank: blankHousehold(''),
  isCurrent: isHouseholdDraft,
  path: 'people',
  peopleOf: ({ people }) => people,
  isUntouched,
});

/** One person of a household's draft: added, changed or taken off. */
Component({
  behaviors: [textSize, memberKeeping],
  data: { isHead: false },
  methods: {
    onLoad(query: { draft?: string; index?: string }) {
      if (!this.openPerson(query)) return;
      const isHead = this.data.index === 0;
      this.setData({ isHead });
      void wx.setNavigationBarTitle({
        title: isHead ? '户主' : this.data.isNew ? '添加家人' : '修改家人',
      });
    },

    onLeave(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
      const { name } = event.detail;
      if (!isJudged(name)) return;
      const given = this.person()?.[name] !== '';
      const wrong = this.wrong()[name] ?? '';
      if (given && wrong !== '') this.setData({ errors: { ...this.data.errors, [name]: wrong } });
    },

    wrong() {
      return errorsOfPerson(checkPeople(this.data.draft), this.data.index);
    },

    async remove() {
      const name = this.person()?.name ?? '';
      const confirm = await ask({
        title: name === '' ? '不登记这位家人了？' : `不登记${name}了？`,
        content: '写好的内容会从草稿里去掉',
        yes: '去掉',
        takesAway: true,
        no: '留着',
      });
      if (!confirm) return;
      this.takeOff();
      void wx.navigateBack();
    },
  },
});
