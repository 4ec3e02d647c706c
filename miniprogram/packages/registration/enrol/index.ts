import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { makeRequestId } from '../../../services/request-id';
import { scanTeamCode } from '../../../services/team-code';
import { textSize } from '../../../services/text-size';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { options, TENURES } from '../../../shared/labels';
import { errorsFromCloud, errorsOfPerson } from '../check-household';
import { householdKeeping } from '../draft-keeping';
import { readHouseholdDraft } from '../draft-store';
import { lookUp } from './look-up';
import { purposeOf } from './purpose';
import { blankHousehold, hasChild } from '../household-draft';
import { rowsOfDraft, type PersonRow } from '../person-rows';
import { placeChoosing } from '../../../behaviors/place-choosing';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { ask } from '../../../services/tell';
import { checkStep, firstWrongStep, STEPS } from './steps';
import { askedTeam, hasFile, teamOfCode } from './team-of-code';

const today = () => calendarDate(Date.now());

/** 登记我家: one question a step. What is written stays on this phone until the cloud has it. */
Component({
  behaviors: [textSize, householdKeeping, placeChoosing],
  data: {
    status: 'loading' as 'loading' | 'ready',
    step: 0,
    stepNames: STEPS.map(({ name }) => name),
    title: '' as string,
    errors: {} as Errors,
    headErrors: {} as Errors,
    tenures: options(TENURES),
    child: false,
    rows: [] as PersonRow[],
    sending: false,
    looking: false,
    /** 上门登记: the grid member writes it for a household that can't. */
    atTheDoor: false,
    /** It could not be sent: the button then says 再交一次. */
    failed: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.status !== 'ready') return;
      this.takeUpDraft();
      this.showStep(this.data.step, {});
    },
  },
  methods: {
    async onLoad(query: { door?: string; scene?: string; gridId?: string } = {}) {
      if (query.scene !== undefined && (await hasFile())) {
        await wx.redirectTo({ url: '../household/index' });
        return;
      }
      const { title, draftName, atTheDoor } = purposeOf(query.door === '1');
      const blank = async () => ({ ...blankHousehold(await makeRequestId()), atTheDoor });
      this.useDraft(draftName, readHouseholdDraft(draftName) ?? (await blank()));
      const { draft } = this.data;
      this.setData({ atTheDoor });
      void wx.setNavigationBarTitle({ title });
      this.setData({ status: 'ready' });
      this.showStep(draft.step, {});
      const team = await teamOfCode(askedTeam(query), draft);
      if (team) this.writePlace(team);
      else if (draft.gridId === '') await this.openPlaces([]);
    },

    showStep(step: number, errors: Errors) {
      const { draft } = this.data;
      this.setData({
        step,
        title: STEPS[step]?.title ?? '',
        errors,
        headErrors: errorsOfPerson(errors, 0),
        child: hasChild(draft, today()),
        rows: this.rowsOf(step, errors),
      });
    },

    showErrors(errors: Errors) {
      const { step } = this.data;
      this.setData({ errors, headErrors: errorsOfPerson(errors, 0), rows: this.rowsOf(step, errors) });
      const inside = step === 2 ? '#head' : step === 4 ? '#consent' : '';
      scrollToWrong(inside === '' ? this : this.selectComponent(inside));
    },

    /** The step of the family leaves the head out: who that is was the step before. */
    rowsOf(step: number, errors: Errors): PersonRow[] {
      return rowsOfDraft(this.data.draft.people, errors, today()).slice(step === 3 ? 1 : 0);
    },

    async next() {
      const { step, draft } = this.data;
      const errors = checkStep(step, draft, today());
      if (hasErrors(errors)) this.showErrors(errors);
      else if (step !== 2 || !(await this.leadsToClaim())) this.goTo(step + 1);
    },

    /** The village may have a file with the head in it: then it is claimed, not made a second time. */
    async leadsToClaim(): Promise<boolean> {
      const person = this.data.draft.people[0];
      if (this.data.atTheDoor) return false;
      if (!person || this.data.looking) return true;
      this.setData({ looking: true });
      const found = await lookUp(person);
      this.setData({ looking: false });
      if (!found) return false;
      const confirm = await ask({
        title: '村里已经有这位的档案',
        content: `在${found.headMask}家的档案里。是自己家，就认领，不用再填一遍。`,
        yes: '去认领',
        no: '不是',
      });
      if (!confirm) return false;
      this.keepDraftNow();
      await wx.navigateTo({ url: `../claim/index?headMask=${encodeURIComponent(found.headMask)}` });
      return true;
    },

    back() {
      this.goTo(this.data.step - 1);
    },

    editStep(event: WechatMiniprogram.TouchEvent<object, object, { step: number }>) {
      this.goTo(event.currentTarget.dataset.step);
    },

    goTo(step: number) {
      this.write('step', step);
      this.keepDraftNow();
      this.showStep(step, {});
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    async onPickPlace(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.forget('gridId');
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf !== undefined) this.writePlace(leaf);
    },

    writePlace({ gridId, place }: { gridId: string; place: string }) {
      this.write('gridId', gridId);
      this.write('place', place);
    },

    async scanPlace() {
      const team = await teamOfCode((await scanTeamCode()) ?? '', this.data.draft);
      if (!team) return;
      this.forget('gridId');
      this.writePlace(team);
    },

    onPlaceUp(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      void this.goUpTo(event.detail.index);
    },

    onPlaceAgain() {
      this.write('gridId', '');
      this.write('place', '');
      void this.openPlaces([]);
    },

    onPlaceRetry() {
      void this.openPlaces(this.data.places.crumbs);
    },

    onAddress(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.write('address', event.detail.value);
      this.forget('address');
    },

    onTenure(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.write('tenure', event.detail.chosen[0] ?? '');
      this.forget('tenure');
    },

    /** An answer is being changed: what was wrong with it is not said any longer. */
    forget(name: string) {
      if (name in this.data.errors) this.setData({ errors: without(this.data.errors, name) });
    },

    onHead(event: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>) {
      const { name, value } = event.detail;
      this.write(`people[0].${name}`, value);
      if (name in this.data.headErrors) this.setData({ headErrors: without(this.data.headErrors, name) });
    },

    /** A box of the head was left: only an answer that was given is judged before 下一步. */
    onHeadLeft(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
      const { draft, headErrors } = this.data;
      const { name } = event.detail;
      const wrong = errorsOfPerson(checkStep(2, draft, today()), 0)[name] ?? '';
      const given = draft.people[0]?.[name as 'name' | 'number' | 'phone'] !== '';
      if (given && wrong !== '') this.setData({ headErrors: { ...headErrors, [name]: wrong } });
    },

    onConsent(event: WechatMiniprogram.CustomEvent<{ name: 'agreed' | 'guardian'; value: boolean }>) {
      const { name, value } = event.detail;
      this.write(name, value);
      this.forget(name === 'agreed' ? 'consent' : name);
    },

    addMember() {
      this.openMember(this.addPerson());
    },

    editMember(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.openMember(event.detail.index);
    },

    openMember(index: number) {
      this.keepDraftNow();
      void wx.navigateTo({ url: `../member/index?draft=${this.data.draftName}&index=${index}` });
    },

    /** Sends the form. Pressing twice sends once; a repeat after a lost answer enrols once, by the draft's request id. */
    async send() {
      if (this.data.sending) return;
      const wrong = this.findWrong();
      if (hasErrors(wrong)) {
        this.leadTo(wrong);
        return;
      }
      this.setData({ sending: true, failed: false });
      try {
        await this.finish(await purposeOf(this.data.atTheDoor).submit(this.data.draft));
      } catch (error) {
        await this.onRefused(error);
      }
    },

    /** The cloud has our file: no copy of anybody's papers stays on this phone. */
    async finish(url: string) {
      this.dropDraft();
      removeDraft(this.data.draftName);
      await wx.redirectTo({ url });
    },

    findWrong(): Errors {
      const steps = STEPS.map((_, step) => checkStep(step, this.data.draft, today()));
      return Object.assign({}, ...steps) as Errors;
    },

    leadTo(errors: Errors) {
      this.goTo(firstWrongStep(errors));
      this.showErrors(errors);
    },

    async onRefused(error: unknown) {
      this.setData({ sending: false, failed: true });
      if (!(error instanceof CloudError)) throw error;
      if (error.code === 'CONFLICT') {
        await this.onAlreadyEnrolled(error.message);
        return;
      }
      const fields = errorsFromCloud(error.fields);
      const text = error.code === 'NETWORK' ? '网络不好，没有交上去。内容已存在这部手机' : error.message;
      if (hasErrors(fields)) this.leadTo(fields);
      this.setData({ line: { tone: 'waiting', text } });
    },

    /** Another form of this household came first. Its file is where changes go. */
    async onAlreadyEnrolled(message: string) {
      const confirm = await ask({
        title: '已经登记过了',
        content: message,
        yes: '看我家',
        no: '先不看',
      });
      if (confirm) await this.finish('../household/index');
    },
  },
});
