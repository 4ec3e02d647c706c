import { isSigned } from '../../../components/signature-pad/strokes';
import { type Errors, wrongOnes } from '../../../shared/form-errors';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../../shared/consent';
import { ageOn } from '../../../shared/dates';
import { isMobilePhone } from '../../../shared/phone';
import { isResidentId, readResidentId } from '../../../shared/resident-id';
import { wrongStays } from '../../../shared/stays';
import { wrongName, wrongWords } from '../../../shared/words';
import type { DeclarationDraft, TransportName, TravellerDraft } from './declaration-draft';

// Errors are named by the wire's paths (`travellers.0.form.name`, `trip.transport.number`), so that phone and cloud speak of the same
// question; the texts are the contract's own.

/** Who is asked, which decides what must be answered. */
export type Asked = { hasHousehold: boolean; isProxy: boolean; lookBackDays: number; today: string };

const PAPERS_NUMBER = /^[A-Z0-9]{5,20}$/;
const LOWEST = 30;
const HIGHEST = 43;

/** One traveller's errors under their short names: `travellers.1.form.papers.number` → `number`, `travellers.1.health.contact` → `contact`. */
export function errorsOfTraveller(errors: Errors, index: number): Errors {
  const at = `travellers.${index}.`;
  const own = Object.entries(errors).filter(([path]) => path.startsWith(at));
  return Object.fromEntries(
    own.map(([path, text]) => [path.slice(at.length).replace(/^(form\.papers|form|health)\./, ''), text]),
  );
}

const numbered: readonly TransportName[] = ['train', 'flight', 'coach', 'ship'];
/** Who goes by these shares it with strangers, who are looked for by its number. */
export const hasNumber = (transport: string): boolean => numbered.some((one) => one === transport);

/** Papers and name of somebody who is not on file. */
export function checkPerson(person: TravellerDraft, index: number, isHead: boolean): Errors {
  const at = `travellers.${index}.form`;
  const number = person.number.trim().toUpperCase();
  const isId = person.papersType === 'residentId';
  const phone = person.phone.trim();
  return wrongOnes({
    [`${at}.name`]: wrongName(person.name),
    [`${at}.papers.number`]: isId
      ? isResidentId(number) ? undefined : number === '' ? '请填写身份证号' : '身份证号不对，请对照身份证再看一遍' // prettier-ignore
      : PAPERS_NUMBER.test(number) ? undefined : number === '' ? '请填写证件号' : '证件号由 5 到 20 位字母和数字组成', // prettier-ignore
    [`${at}.papers.birthDate`]: isId || person.birthDate !== '' ? undefined : '请选择出生日期',
    [`${at}.papers.sex`]: isId || person.sex !== '' ? undefined : '请选择性别',
    [`${at}.phone`]: phone === '' ? (isHead ? '请填写手机号' : undefined) : isMobilePhone(phone) ? undefined : '手机号是 11 位数字，请再看一遍', // prettier-ignore
    [`${at}.relation`]: isHead || person.relation !== '' ? undefined : '请选择与户主的关系',
  });
}

export function checkWho(draft: DeclarationDraft, { hasHousehold }: Asked): Errors {
  const errors: Record<string, string> = {};
  if (draft.travellers.length === 0) errors.travellers = '请点一下，谁回来';
  const owners = new Map<string, string>();
  draft.travellers.forEach((person, index) => {
    if (person.personId === '')
      Object.assign(errors, checkPerson(person, index, !hasHousehold && index === 0));
    const number = person.number.trim().toUpperCase();
    const owner = number === '' ? undefined : owners.get(number);
    if (owner !== undefined)
      errors[`travellers.${index}.form.papers.number`] ??= `这个证件号和${owner}的一样，请再看一遍`;
    else if (number !== '') owners.set(number, person.name.trim() || '上面一位');
  });
  if (hasHousehold) return errors;
  return {
    ...errors,
    ...wrongOnes({
      'destination.gridId': draft.gridId === '' ? '请选择回来住哪个组' : undefined,
      'destination.address': wrongWords(draft.address, '住址', { min: 2, max: 60 }),
      'destination.tenure': draft.tenure === '' ? '请选择自家的房还是租的房' : undefined,
    }),
  };
}

export function checkTrip(draft: DeclarationDraft): Errors {
  return wrongOnes({
    'trip.transport.kind': draft.transport === '' ? '请选择怎么来的' : undefined,
    'trip.transport.number': wrongWords(draft.number, '车次、航班号', {
      min: hasNumber(draft.transport) ? 1 : 0,
      max: 20,
    }),
    'trip.transport.seat': wrongWords(draft.seat, '座位', { min: 0, max: 20 }),
    'trip.transport.plate': wrongWords(draft.plate, '车牌', {
      min: draft.transport === 'car' ? 1 : 0,
      max: 12,
    }),
    'trip.arrivesAt':
      draft.arrivalDate === '' ? '请选择哪天到' : draft.arrivalTime === '' ? '请选择几点到' : undefined,
  });
}

export const checkStays = ({ stays, arrivalDate }: DeclarationDraft, { lookBackDays }: Asked): Errors =>
  wrongOnes({ 'trip.stays': wrongStays(stays, arrivalDate, lookBackDays) });

/** One decimal at most, and no figure that no thermometer on a living person shows. */
export function wrongTemperature(text: string): string {
  if (text.trim() === '') return '';
  const value = Number(text);
  if (!/^\d{2}(\.\d)?$/.test(text.trim())) return '体温写成 36.5 这样';
  if (value < LOWEST) return '体温不会这么低，请再量一次';
  return value > HIGHEST ? '体温不会这么高，请再量一次' : '';
}

export function checkTraveller(person: TravellerDraft, index: number, today: string): Errors {
  const at = `travellers.${index}`;
  const tested = person.tested === 'yes';
  return wrongOnes({
    [`${at}.health.temperature`]: wrongTemperature(person.temperature),
    [`${at}.health.symptoms`]:
      person.none || person.symptoms.length > 0 ? undefined : '没有不舒服，也请点“都没有”',
    [`${at}.health.other`]: person.symptoms.includes('other')
      ? wrongWords(person.other, '哪里不舒服', { max: 60 })
      : undefined,
    [`${at}.health.contact`]: person.contact === '' ? '请选择有没有接触过病人' : undefined,
    [`${at}.healthCode`]: person.healthCode === '' ? '请选择健康码颜色' : undefined,
    [`${at}.tested`]: person.tested === '' ? '请选择做没做过核酸' : undefined,
    [`${at}.test.date`]: !tested ? undefined : person.testDate === '' ? '请选择哪天做的' : person.testDate > today ? '核酸日期在今天之后，请再看一遍' : undefined, // prettier-ignore
    [`${at}.test.result`]: tested && person.testResult === '' ? '请选择检测结果' : undefined,
  });
}

export const checkHealth = (draft: DeclarationDraft, { today }: Asked): Errors =>
  Object.assign(
    {},
    ...draft.travellers.map((person, index) => checkTraveller(person, index, today)),
  ) as Errors;

export function checkSigning(draft: DeclarationDraft, { isProxy, today }: Asked): Errors {
  return wrongOnes({
    consent: draft.agreed ? undefined : isProxy ? '请念给本人听，本人同意了再勾选' : '请先看完，再点“我同意”',
    guardian: hasNewChild(draft, today) && !draft.guardian ? '有 14 岁以下的孩子，需要监护人同意' : undefined,
    signature: isSigned(draft.signature)
      ? undefined
      : draft.signature === ''
        ? '请签名'
        : '签得太短了，请写全名',
  });
}

/** A child who is put on file with this declaration needs the guardian's own consent. */
export const hasNewChild = (draft: DeclarationDraft, today: string): boolean =>
  draft.travellers.some((person) => {
    const number = person.number.trim().toUpperCase();
    const birthDate =
      person.papersType !== 'residentId'
        ? person.birthDate
        : isResidentId(number)
          ? readResidentId(number).birthDate
          : '';
    return person.personId === '' && birthDate !== '' && ageOn(birthDate, today) < GUARDIAN_CONSENT_BELOW_AGE;
  });

/** What the cloud answered, under the same paths. */
export const errorsFromCloud = (fields: Readonly<Record<string, string>>): Errors =>
  Object.fromEntries(
    Object.entries(fields).map(([path, text]) => {
      if (path.startsWith('consent.guardian')) return ['guardian', text];
      if (path.startsWith('consent')) return ['consent', text];
      if (path.startsWith('trip.stays')) return ['trip.stays', text];
      return [path, text];
    }),
  );
