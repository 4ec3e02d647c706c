import { type Errors, wrongOnes } from '../../shared/form-errors';
import { isMobilePhone } from '../../shared/phone';
import { isResidentId } from '../../shared/resident-id';
import { wrongName, wrongWords } from '../../shared/words';
import { hasChild, keepsPapers, type HouseholdDraft, type PersonDraft } from './household-draft';

// Errors are named by the wire's paths of `changeMyHousehold`: `address`, `people.0.papers.number`. The texts are the contract's own, so that
// phone and cloud say the same.

const PAPERS_NUMBER = /^[A-Z0-9]{5,20}$/;

export const checkPlace = (draft: HouseholdDraft): Errors =>
  wrongOnes({ gridId: draft.gridId === '' ? '请选择住在哪个组' : undefined });

export const checkAddress = (draft: HouseholdDraft): Errors =>
  wrongOnes({
    address: wrongWords(draft.address, '住址', { min: 2, max: 60 }),
    tenure: draft.tenure === '' ? '请选择自家的房还是租的房' : undefined,
  });

function checkPapers(person: PersonDraft, at: string): Record<string, string | undefined> {
  if (keepsPapers(person)) return {};
  const number = person.number.trim().toUpperCase();
  if (person.papersType === 'residentId') {
    const wrong = number === '' ? '请填写身份证号' : '身份证号不对，请对照身份证再看一遍';
    return { [`${at}.papers.number`]: isResidentId(number) ? undefined : wrong };
  }
  const wrong = number === '' ? '请填写证件号' : '证件号由 5 到 20 位字母和数字组成';
  return {
    [`${at}.papers.number`]: PAPERS_NUMBER.test(number) ? undefined : wrong,
    [`${at}.papers.birthDate`]: person.birthDate === '' ? '请选择出生日期' : undefined,
    [`${at}.papers.sex`]: person.sex === '' ? '请选择性别' : undefined,
  };
}

/** The head must have a phone, unless somebody comes to their door because they have none. */
function checkPhone(person: PersonDraft, needsPhone: boolean): string | undefined {
  const phone = person.phone.trim();
  if (phone === '') return needsPhone && person.phoneMask === '' ? '请填写手机号' : undefined;
  return isMobilePhone(phone) ? undefined : '手机号是 11 位数字，请再看一遍';
}

export function checkPerson(
  person: PersonDraft,
  index: number,
  { atTheDoor = false }: Pick<HouseholdDraft, 'atTheDoor'> = {},
): Errors {
  const at = `people.${index}`;
  return wrongOnes({
    [`${at}.name`]: wrongName(person.name),
    ...checkPapers(person, at),
    [`${at}.phone`]: checkPhone(person, index === 0 && !atTheDoor),
    [`${at}.relation`]: person.relation === '' ? '请选择与户主的关系' : undefined,
    [`${at}.whereabouts`]: person.whereabouts === '' ? '请选择现在在哪里' : undefined,
    [`${at}.registeredResidence`]: wrongWords(person.registeredResidence, '户口所在地', { min: 0, max: 60 }),
  });
}

/** Everybody's answers, and nobody's papers twice. */
export function checkPeople(draft: HouseholdDraft, from = 0): Errors {
  const errors: Record<string, string> = {};
  const owners = new Map<string, string>();
  draft.people.forEach((person, index) => {
    if (index >= from) Object.assign(errors, checkPerson(person, index, draft));
    const number = person.number.trim().toUpperCase();
    const owner = number === '' ? undefined : owners.get(number);
    if (owner !== undefined)
      errors[`people.${index}.papers.number`] ??= `这个证件号和${owner}的一样，请再看一遍`;
    else if (number !== '') owners.set(number, person.name.trim() || '上面一位');
  });
  return errors;
}

export function checkConsent(draft: HouseholdDraft, today: string): Errors {
  return wrongOnes({
    consent: draft.agreed
      ? undefined
      : draft.atTheDoor
        ? '请念给住户听，住户同意了再勾选'
        : '请先看完，再点“我同意”',
    guardian:
      hasChild(draft, today) && !draft.guardian ? '家里有 14 岁以下的孩子，需要监护人同意' : undefined,
  });
}

/** One person's errors under their short names: `people.2.papers.number` → `number`. */
export function errorsOfPerson(errors: Errors, index: number): Errors {
  const at = `people.${index}.`;
  const own = Object.entries(errors).filter(([path]) => path.startsWith(at));
  return Object.fromEntries(own.map(([path, text]) => [path.slice(at.length).replace('papers.', ''), text]));
}

/** What the cloud answered, under the same paths: `head.phone` → `people.0.phone`, `members.0.name` → `people.1.name`. */
export function errorsFromCloud(fields: Readonly<Record<string, string>>): Errors {
  return Object.fromEntries(
    Object.entries(fields).map(([path, text]) => {
      const member = /^members\.(\d+)\.(.+)$/.exec(path);
      if (member) return [`people.${Number(member[1]) + 1}.${member[2] ?? ''}`, text];
      if (path.startsWith('consent.guardian') || path === 'guardianTold') return ['guardian', text];
      if (path.startsWith('consent')) return ['consent', text];
      return [path.replace(/^head\./, 'people.0.'), text];
    }),
  );
}
