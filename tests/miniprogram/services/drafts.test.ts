import { draftSavedAt, readDraft, removeDraft, saveDraft } from '../../../miniprogram/services/drafts';
import { holdPhone } from '../support/phone';

type Note = { form: 1; text: string; savedAt: number };
const isNote = (value: object): value is Note => 'form' in value && value.form === 1;

describe('a draft on this phone', () => {
  beforeEach(() => {
    holdPhone();
    jest.spyOn(Date, 'now').mockReturnValue(1_000);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is there again after it was saved, with the time', () => {
    saveDraft('note', { form: 1, text: '12 号', savedAt: 0 });
    expect(readDraft('note', isNote)).toEqual({ form: 1, text: '12 号', savedAt: 1_000 });
    expect(draftSavedAt('note')).toBe(1_000);
  });

  it('is gone after it was sent', () => {
    saveDraft('note', { form: 1, text: '12 号', savedAt: 0 });
    removeDraft('note');
    expect(readDraft('note', isNote)).toBeUndefined();
    expect(draftSavedAt('note')).toBe(0);
  });

  it('of an older form is not taken for one of this form', () => {
    wx.setStorageSync('draft:note', { form: 0, text: '12 号', savedAt: 5 });
    expect(readDraft('note', isNote)).toBeUndefined();
  });

  it('stays apart from drafts of other forms', () => {
    saveDraft('one', { form: 1, text: 'a', savedAt: 0 });
    expect(readDraft('other', isNote)).toBeUndefined();
  });
});
