import { changeForm, correctForm, enrolForm } from '../../../../miniprogram/packages/registration/forms';
import { draftFromFile } from '../../../../miniprogram/packages/registration/household-draft';
import { CONSENT_VERSION, file, filled, GRANDSON_ID, grandson, head, REQUEST_ID } from '../../support/people';

describe('enrolForm', () => {
  it('carries the request id of the draft, the consent and its version', () =>
    expect(enrolForm(filled())).toMatchObject({
      requestId: REQUEST_ID,
      consent: { version: CONSENT_VERSION, guardianForChildren: true },
      head: { relation: 'head', phone: '13912346021' },
      members: [{ name: '周小宇', papers: { type: 'residentId', number: GRANDSON_ID } }],
    }));

  it('leaves out the phone of somebody who has none', () =>
    expect(enrolForm(filled()).members[0]).not.toHaveProperty('phone'));

  it('sends birthday and sex only where the number does not tell them', () => {
    const passport = {
      papersType: 'passport',
      number: ' e1234567 ',
      birthDate: '1990-02-03',
      sex: 'male',
    } as const;
    expect(enrolForm(filled({ people: [head(passport)] })).head.papers).toEqual({
      type: 'passport',
      number: 'E1234567',
      birthDate: '1990-02-03',
      sex: 'male',
    });
  });
});

describe('a form made from a file', () => {
  const draft = draftFromFile(file(), REQUEST_ID);

  it('puts the head first', () => expect(draft.people.map(({ name }) => name)).toEqual(['周平', '周小宇']));

  it('sends back the version it was made from, and no number that nobody touched', () => {
    const form = changeForm(draft);
    expect(form.version).toBe(3);
    expect(form.people[0]).toMatchObject({ personId: 'p1', careCategories: ['chronicIllness'] });
    expect(form.people[0]).not.toHaveProperty('papers');
    expect(form.people[0]).not.toHaveProperty('phone');
  });

  it('sends a number that was written anew', () => {
    const [first, second] = draft.people;
    if (!first || !second) throw new Error('the file has two people');
    const changed = { ...draft, people: [first, { ...second, number: GRANDSON_ID.toLowerCase() }] };
    expect(changeForm(changed).people[1]?.papers).toEqual({ type: 'residentId', number: GRANDSON_ID });
  });

  it('adds somebody without an id', () =>
    expect(changeForm({ ...draft, people: [...draft.people, grandson()] }).people[2]).not.toHaveProperty(
      'personId',
    ));

  it('of a correction names the household and the reason', () =>
    expect(correctForm({ ...draft, reason: ' 住户当面说的 ' })).toMatchObject({
      householdId: 'h1',
      reason: '住户当面说的',
    }));
});
