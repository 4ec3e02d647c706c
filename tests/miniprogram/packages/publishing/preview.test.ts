import type { DraftView } from '../../../../cloudfunctions/contracts/index';
import { looksOf, missingText } from '../../../../miniprogram/packages/publishing/preview/looks';
import { draftAsNotice } from '../../../../miniprogram/services/draft-notice';
import { holdPhone } from '../../support/phone';
import { act, render, words } from '../../support/render';
import { writtenNotice } from './views';

const draft = (changes: Partial<DraftView['content']> = {}): DraftView => {
  const { kind, title, facts, body, attachments, source, validUntil, audience, wanted, pinned } =
    writtenNotice();
  return {
    draftId: 'n1',
    requestId: 'r1',
    content: {
      ...{ kind, title, facts, body, attachments, source, validUntil, audience, wanted, pinned },
      ...changes,
    },
    publishAt: null,
    replaces: null,
    answers: null,
    returnedBecause: null,
    savedAt: '2026-03-12T15:40:00+08:00',
    version: 1,
  };
};

test('what nobody has filled in yet is left out, whatever kind it is', () => {
  const paragraph = { type: 'paragraph' as const, runs: [{ text: '戴好口罩', bold: true }] };
  const { facts, body } = draftAsNotice(
    draft({
      facts: [
        { label: 'when', text: ' ' },
        { label: 'where', text: '村口' },
      ],
      body: [
        { type: 'heading', text: '' },
        { type: 'paragraph', runs: [{ text: ' ', bold: false }] },
        paragraph,
        { type: 'list', numbered: false, items: ['', ''] },
        { type: 'table', header: [''], rows: [['', '']] },
        { type: 'picture', fileId: '', caption: '' },
      ],
    }),
  );
  expect(facts).toEqual([{ label: 'where', text: '村口' }]);
  expect(body).toEqual([paragraph]);
});

test('what lacks is named in the order of the form', () => {
  const source = { organisation: '', documentNumber: '', date: '', scan: null };
  const audience = { gridIds: [], roles: [], households: true, tags: [] };
  expect(missingText(draft())).toBe('');
  expect(missingText(draft({ title: ' ', body: [], source, audience }))).toBe(
    '还没写：标题、正文、发文单位、发文日期、发给哪里',
  );
});

test('what only some may know makes no card for a group', () => {
  expect(looksOf(draft())).toMatchObject({ card: '【通知】明天上午打疫苗', canShare: true });
  const audience = { gridIds: ['g'], roles: [], households: true, tags: ['dialysis' as const] };
  expect(looksOf(draft({ audience })).canShare).toBe(false);
});

describe('the page', () => {
  test('shows it as card, row and page, in large text too, and leads to paper and loudspeaker', async () => {
    const phone = holdPhone();
    phone.answers(draft());
    const page = render('packages/publishing/preview');
    await act(page, 'onLoad', { draftId: 'n1' });
    for (const part of ['打开以后', '满 3 岁的都可以来', '【通知】明天上午打疫苗'])
      expect(words(page)).toContain(part);
    expect(words(page)).toContain('看大字的样子');
    await act(page, 'switchSize');
    expect(words(page)).toContain('看平常字的样子');
    await act(page, 'openPoster');
    await act(page, 'openScript');
    expect(phone.went).toEqual([
      'navigateTo /packages/poster/poster/index?draftId=n1',
      'navigateTo /packages/poster/script/index?draftId=n1',
    ]);
  });

  test('a draft that is gone says so', async () => {
    const phone = holdPhone();
    phone.refuses({ code: 'NOT_FOUND', message: '这份草稿已经发出去或者删掉了' });
    const page = render('packages/publishing/preview');
    await act(page, 'onLoad', { draftId: 'n1' });
    expect(words(page)).toContain('已经发出去或者删掉了');
  });
});
