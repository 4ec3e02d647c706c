import dayjs from 'dayjs';
import type { EnrolInput } from '../../cloudfunctions/registration/household-file';
import type { PersonFormInput } from '../../cloudfunctions/registration/person-record';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import { givenName, surname } from './names';
import type { Numbers } from './numbers';
import type { Random } from './random';

/** A household's form, as the family would have filled it in. */
export type FamilyForm = Omit<EnrolInput, 'gridId'>;
type Relation = PersonFormInput['relation'];
type Sex = 'female' | 'male';

/** Everything a made-up person is made from. */
export type Making = { random: Random; numbers: Numbers; today: string };

export function familyForm(size: number, number: number, making: Making): FamilyForm {
  const { random } = making;
  const isTenant = random.chance(0.08);
  const [head, ...members] = familyOf(size, isTenant, making);
  return formOf({ head: head!, members, number, address: addressOf(random), isTenant });
}

export function formOf(family: {
  head: PersonFormInput;
  members: PersonFormInput[];
  number: number;
  address: string;
  isTenant: boolean;
}): FamilyForm {
  return {
    requestId: `demo-form-${String(family.number).padStart(8, '0')}`,
    address: family.address,
    tenure: family.isTenant ? 'tenant' : 'owner',
    consent: { version: CONSENT_VERSION, guardianForChildren: true },
    head: { ...family.head, phone: family.head.phone ?? '', relation: 'head' },
    members: family.members,
  };
}

const addressOf = (random: Random): string =>
  random.weighted([
    [`${random.between(1, 128)} 号`, 6],
    [
      `新村 ${random.between(1, 9)} 栋 ${random.between(1, 4)} 单元 ${random.between(1, 6)}0${random.between(1, 2)}`,
      2,
    ],
    [`老街 ${random.between(1, 60)} 号附 ${random.between(1, 3)} 号`, 1],
    [`水库边 ${random.between(1, 30)} 号`, 1],
  ]);

/** Head first. Who lives together follows from how many they are. */
function familyOf(size: number, isTenant: boolean, making: Making): PersonFormInput[] {
  const { random } = making;
  const isOldCouple = size <= 2 && !isTenant && random.chance(0.6);
  const headAge = isOldCouple ? random.between(62, 86) : random.between(27, 57);
  const headSex: Sex = size === 1 && isOldCouple ? random.pick(['female', 'male']) : random.chance(0.8) ? 'male' : 'female'; // prettier-ignore
  const family = surname(random);
  const residence = isTenant
    ? random.pick(['重庆市开州区', '贵州省遵义市', '四川省达州市', '云南省昭通市'])
    : '';
  const born = (relation: Relation, sex: Sex, age: number, ownSurname = family) =>
    person(
      { name: ownSurname + givenName(random, sex, age), relation, sex, age, residence, isAlone: size === 1 },
      making,
    );

  const people = [born('head', headSex, headAge)];
  if (size >= 2 && random.chance(0.9))
    people.push(born('spouse', other(headSex), headAge + random.between(-5, 3), surname(random)));
  while (people.length < size) {
    const roll = random.next();
    const children = people.filter(({ relation }) => relation === 'child').length;
    if (isOldCouple || (children >= 2 && roll < 0.9) || roll < 0.22) {
      const sex: Sex = random.pick(['female', 'male']);
      people.push(
        isOldCouple
          ? born('grandchild', sex, random.between(3, 16))
          : born('parent', sex, headAge + random.between(22, 30)),
      );
    } else if (roll < 0.96) {
      people.push(
        born('child', random.pick(['female', 'male']), Math.max(0, headAge - random.between(22, 34))),
      );
    } else {
      people.push(born('tenant', random.pick(['female', 'male']), random.between(20, 45), surname(random)));
    }
  }
  return people;
}

const other = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male');

type Traits = {
  name: string;
  relation: Relation;
  sex: Sex;
  age: number;
  residence: string;
  isAlone: boolean;
};

/** One made-up person of that age today. */
export function person(
  { name, relation, sex, age, residence, isAlone }: Traits,
  { random, numbers, today }: Making,
): PersonFormInput {
  const birthDate = dayjs(today)
    .subtract(age, 'year')
    .subtract(random.between(1, 364), 'day')
    .format('YYYY-MM-DD');
  const hasPhone = relation === 'head' || (age >= 12 && age < 75 && random.chance(0.85));
  return {
    name,
    papers: { type: 'residentId', number: numbers.residentId(birthDate, sex) },
    ...(hasPhone && { phone: numbers.phone() }),
    relation,
    careCategories: careOf({ sex, age, isAlone }, random),
    whereabouts: age >= 19 && age < 58 && relation !== 'head' && random.chance(0.28) ? away(random) : 'home',
    registeredResidence: relation === 'tenant' ? '重庆市开州区' : residence,
  };
}

const away = (random: Random): 'away' | 'abroad' => (random.chance(0.02) ? 'abroad' : 'away');

/** The seven care categories, about as often as a village has them. */
function careOf(
  { sex, age, isAlone }: { sex: Sex; age: number; isAlone: boolean },
  random: Random,
): PersonFormInput['careCategories'] {
  const found: PersonFormInput['careCategories'] = [];
  if (isAlone && age >= 60) found.push('livingAloneElderly');
  if (sex === 'female' && age >= 21 && age <= 38 && random.chance(0.05))
    found.push('pregnantOrNewlyDelivered');
  if (random.chance(0.02)) found.push('disabled');
  if (age >= 75 && random.chance(0.25)) found.push('limitedMobility');
  if (age >= 30 && random.chance(0.004)) found.push('dialysis');
  if (age >= 16 && random.chance(0.007)) found.push('mentalIllness');
  if (age >= 60 && random.chance(0.32)) found.push('chronicIllness');
  return found;
}
