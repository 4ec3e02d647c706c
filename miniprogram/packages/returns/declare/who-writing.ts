import { placeChoosing } from '../../../behaviors/place-choosing';
import type { FormNeeds } from '../../../../cloudfunctions/contracts/index';
import { blankTraveller, travellerOnFile } from './declaration-draft';
import { declarationKeeping } from './draft-keeping';
import { NO_NEEDS } from './form-needs';
import { householdFinding } from './household-finding';
import { aboutPerson } from './people-rows';
import type { Errors } from '../../../shared/form-errors';

/** 谁回来 is written: people of the household by a tap, newcomers, and where a new household lives. */
export const whoWriting = Behavior({
  behaviors: [declarationKeeping, placeChoosing, householdFinding],
  data: { needs: NO_NEEDS as FormNeeds, hasHousehold: false, errors: {} as Errors },
  methods: {
    forget(...paths: string[]): void {
      throw new Error(`A page that asks brings its own forget(): ${paths.join()}`);
    },

    showErrors(errors: Errors): void {
      throw new Error(`A page that asks brings its own showErrors(): ${Object.keys(errors).join()}`);
    },

    readNeeds(): Promise<void> {
      return Promise.reject(new Error('A page that asks brings its own readNeeds()'));
    },

    /** A draft may be older than the file: who is returning already or has left it is no traveller; a new household has its first. */
    beginTravellers(): void {
      const { draft, needs, hasHousehold } = this.data;
      if (draft.declarationId !== '') return;
      const free = needs.household?.people.filter(({ isReturning }) => !isReturning) ?? [];
      const travellers = draft.travellers.filter(
        ({ personId }) => personId === '' || free.some((person) => person.personId === personId),
      );
      if (!hasHousehold && travellers.length === 0) travellers.push(blankTraveller());
      if (travellers.length !== draft.travellers.length) this.write('travellers', travellers);
      if (draft.traveller >= travellers.length) this.write('traveller', 0);
    },

    onTogglePerson(event: WechatMiniprogram.CustomEvent<{ personId: string }>): void {
      const { draft, needs } = this.data;
      const { personId } = event.detail;
      const person = needs.household?.people.find((one) => one.personId === personId);
      if (person === undefined || person.isReturning) return;
      const others = draft.travellers.filter((one) => one.personId !== personId);
      const isOn = others.length < draft.travellers.length;
      this.write('travellers', isOn ? others : [...others, travellerOnFile(person, aboutPerson(person))]);
      this.write('traveller', 0);
      this.showErrors({});
    },

    onOwnPerson(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>): void {
      const { name, value } = event.detail;
      this.write(`travellers[0].${name}`, value);
      const papers = ['number', 'birthDate', 'sex'].includes(name) ? 'papers.' : '';
      this.forget(`travellers.0.form.${papers}${name}`);
    },

    onDestination(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>): void {
      const { name, value } = event.detail;
      this.write(name, value);
      this.forget(`destination.${name}`);
    },

    async onPickPlace(event: WechatMiniprogram.CustomEvent<{ id: string }>): Promise<void> {
      this.forget('destination.gridId');
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf === undefined) return;
      this.write('gridId', leaf.gridId);
      this.write('place', leaf.place);
    },

    onPlaceUp(event: WechatMiniprogram.CustomEvent<{ index: number }>): void {
      void this.goUpTo(event.detail.index);
    },

    onPlaceAgain(): void {
      this.write('gridId', '');
      this.write('place', '');
      void this.openPlaces([]);
    },

    onPlaceRetry(): void {
      void this.openPlaces(this.data.places.crumbs);
    },

    /** Of a companion's own page; -1 is a further one. */
    onCompanion(event: WechatMiniprogram.CustomEvent<{ index: number }>): void {
      const { draft, draftName } = this.data;
      const isNew = event.detail.index < 0;
      const index = isNew ? draft.travellers.length : event.detail.index;
      if (isNew) this.write(`travellers[${index}]`, blankTraveller());
      this.keepDraftNow();
      void wx.navigateTo({ url: `../companion/index?draft=${draftName}&index=${index}` });
    },

    onDropCompanion(event: WechatMiniprogram.CustomEvent<{ index: number }>): void {
      const { travellers } = this.data.draft;
      this.write('travellers', travellers.filter((_, index) => index !== event.detail.index)); // prettier-ignore
      this.write('traveller', 0);
      this.showErrors({});
    },

    /** Proxy: the household is found. */
    async onPickHousehold(
      event: WechatMiniprogram.TouchEvent<object, object, { index: number }>,
    ): Promise<void> {
      const row = this.data.finding.rows[event.currentTarget.dataset.index];
      if (row === undefined) return;
      this.write('householdId', row.householdId);
      this.write('householdName', row.headName);
      this.write('travellers', []);
      await this.beginAgain();
    },

    /** Proxy: nobody's roll has them. */
    async onNewHousehold(): Promise<void> {
      this.write('isNewHousehold', true);
      this.write('travellers', []);
      await this.beginAgain();
      void this.openPlaces([]);
    },

    /** Nobody is asked for people before it is known whose they are. */
    knowsHousehold(): boolean {
      const { householdId, isNewHousehold } = this.data.draft;
      const knows = householdId !== '' || isNewHousehold;
      if (!knows) this.setData({ 'finding.error': '先找到这一户。名册里没有的，新登记一户' });
      return knows;
    },

    async onOtherHousehold(): Promise<void> {
      for (const name of ['householdId', 'householdName']) this.write(name, '');
      this.write('isNewHousehold', false);
      this.write('travellers', []);
      await this.beginAgain();
    },

    async beginAgain(): Promise<void> {
      this.keepDraftNow();
      await this.readNeeds();
      this.beginTravellers();
      this.showErrors({});
    },
  },
});
