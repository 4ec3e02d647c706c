import { registrationContract } from '../../../../cloudfunctions/contracts/registration';
import {
  checkAddress,
  checkConsent,
  checkPeople,
  checkPerson,
  checkPlace,
  errorsFromCloud,
  errorsOfPerson,
} from '../../../../miniprogram/packages/registration/check-household';
import { changeForm, correctForm, enrolForm } from '../../../../miniprogram/packages/registration/forms';
import { draftFromFile } from '../../../../miniprogram/packages/registration/household-draft';
import { completeResidentId } from '../../../../miniprogram/shared/resident-id';
import { file, filled, grandson, GRANDMOTHER_ID, head, NOW, REQUEST_ID } from '../../support/people';

const TODAY = new Date(NOW).toISOString().slice(0, 10);

describe('what the phone finds wrong before anything is sent', () => {
  it('is nothing in a form in which every question is answered', () => {
    const draft = filled();
    expect({
      ...checkPlace(draft),
      ...checkAddress(draft),
      ...checkPeople(draft),
      ...checkConsent(draft, TODAY),
    }).toEqual({});
  });

  it.each([
    ['no name', head({ name: ' ' }), { 'people.0.name': '请填写姓名' }],
    ['digits in a name', head({ name: '周平1' }), { 'people.0.name': '姓名里只能有文字和间隔点' }],
    ['a minority name with a point is fine', head({ name: '阿卜杜·热合曼' }), {}],
    ['no number', head({ number: '' }), { 'people.0.papers.number': '请填写身份证号' }],
    [
      'a wrong check digit',
      head({ number: '510703195503082420' }),
      { 'people.0.papers.number': '身份证号不对，请对照身份证再看一遍' },
    ],
    ['a head without a phone', head({ phone: '' }), { 'people.0.phone': '请填写手机号' }],
    [
      'ten digits of phone',
      head({ phone: '1391234602' }),
      { 'people.0.phone': '手机号是 11 位数字，请再看一遍' },
    ],
    [
      'papers and phone that the file holds stay',
      head({ number: '', phone: '', papersMask: 'x', phoneMask: 'y' }),
      {},
    ],
    [
      'a passport needs birthday and sex',
      head({ papersType: 'passport', number: 'e1234567' }),
      { 'people.0.papers.birthDate': '请选择出生日期', 'people.0.papers.sex': '请选择性别' },
    ],
  ])('%s', (_, person, errors) => expect(checkPerson(person, 0)).toEqual(errors));

  it('asks how a member belongs to the head, and lets them have no phone', () =>
    expect(checkPerson(grandson({ relation: '', phone: '' }), 1)).toEqual({
      'people.1.relation': '请选择与户主的关系',
    }));

  it('names the person who has the same papers', () => {
    const twice = filled({ people: [head(), grandson({ number: GRANDMOTHER_ID })] });
    expect(checkPeople(twice)['people.1.papers.number']).toBe('这个证件号和周平的一样，请再看一遍');
  });

  it.each([
    ['a child under 14', completeResidentId('51070320121123001'), true],
    ['on the 14th birthday', completeResidentId('51070320121122001'), false],
  ])('%s asks for the guardian: %s', (_, number, asks) => {
    const draft = filled({ people: [head(), grandson({ number })], guardian: false });
    expect('guardian' in checkConsent(draft, TODAY)).toBe(asks);
  });
});

describe('the phone and the contract say the same', () => {
  const refusals = (input: unknown) => {
    const parsed = registrationContract.enrol.input.safeParse(input);
    const found = parsed.error?.issues.map(({ path, message }) => [path.join('.'), message] as const) ?? [];
    return errorsFromCloud(Object.fromEntries(found));
  };

  it.each([
    ['the address', { address: '1' }],
    ['a name', { people: [head({ name: '周平1' }), grandson()] }],
    ['an identity number', { people: [head(), grandson({ number: '510703201605010030' })] }],
    ["the head's phone", { people: [head({ phone: '123' }), grandson()] }],
  ])('about %s', (_, more) => {
    const draft = filled(more);
    expect(refusals(enrolForm(draft))).toEqual({ ...checkAddress(draft), ...checkPeople(draft) });
  });

  it('a right form passes the contract, all three ways', () => {
    expect(refusals(enrolForm(filled()))).toEqual({});
    const fromFile = { ...draftFromFile(file(), REQUEST_ID), reason: '住户当面说的' };
    expect(
      registrationContract.changeMyHousehold.input.safeParse(changeForm(fromFile)).error,
    ).toBeUndefined();
    expect(registrationContract.correct.input.safeParse(correctForm(fromFile)).error).toBeUndefined();
  });
});

describe('what the cloud found wrong', () => {
  it('is put beside the same questions', () =>
    expect(
      errorsFromCloud({
        'head.phone': 'a',
        'members.0.papers.number': 'b',
        'consent.version': 'c',
        'consent.guardianForChildren': 'd',
        address: 'e',
      }),
    ).toEqual({
      'people.0.phone': 'a',
      'people.1.papers.number': 'b',
      consent: 'c',
      guardian: 'd',
      address: 'e',
    }));

  it("is found under a person's own questions", () =>
    expect(errorsOfPerson({ 'people.1.papers.number': 'a', 'people.10.name': 'b', address: 'c' }, 1)).toEqual(
      {
        number: 'a',
      },
    ));
});
