import { NoticeContent } from '../../../../cloudfunctions/contracts/notice';
import { DraftContent } from '../../../../cloudfunctions/contracts/publishing';
import {
  type Card,
  cardsOf,
  movedCard,
  newCard,
  resized,
} from '../../../../miniprogram/packages/publishing/write/cards';
import { besideFields, wrongIn } from '../../../../miniprogram/packages/publishing/write/check';
import {
  BLANK,
  contentOf,
  formOfDraft,
  formOfTemplate,
  type NoticeForm,
  savingOf,
  sentForm,
} from '../../../../miniprogram/packages/publishing/write/form';
import { firstWrongStep, STEPS, stepOf } from '../../../../miniprogram/packages/publishing/write/steps';
import { NOTICE_TEMPLATES, unfilledIn } from '../../../../miniprogram/shared/notice-templates';
import { PICTURE, writtenForm as filled } from './forms';

const TODAY = '2026-03-10';
const card = (type: Card['type'], changes: Partial<Card> = {}): Card => ({
  ...newCard([], type),
  ...changes,
});

test('what is complete is what the contract takes, and comes back from the cloud as it was written', () => {
  const form = filled();
  expect(wrongIn(form, TODAY)).toEqual({});
  const content = contentOf(form);
  expect(NoticeContent.parse(content)).toEqual(content);
  const draft = {
    draftId: 'n1',
    requestId: form.requestId,
    content: DraftContent.parse(content),
    publishAt: null,
    replaces: null,
    answers: null,
    returnedBecause: null,
    savedAt: '2026-03-10T08:00:00+08:00',
    version: 3,
  };
  const again = formOfDraft(draft);
  expect(again).toMatchObject({ draftId: 'n1', version: 3 });
  expect(contentOf(again)).toEqual(content);
});

test('an empty form is a draft that the contract takes', () => {
  expect(
    DraftContent.safeParse(savingOf({ ...BLANK, requestId: 'r'.repeat(24) }).content).error,
  ).toBeUndefined();
});

test('every line of a paragraph is a paragraph, each with its own bold words; every line of a list an item', () => {
  const text = '甲乙\n\n丙丁戊';
  const form = filled({
    cards: [
      card('paragraph', { text, bold: [[1, 6]] }),
      card('list', { key: 1, text: '一\n \n二', numbered: true }),
    ],
  });
  expect(contentOf(form).body).toEqual([
    { type: 'paragraph', runs: [{ text: '甲', bold: false }, { text: '乙', bold: true }] }, // prettier-ignore
    { type: 'paragraph', runs: [{ text: '丙丁', bold: true }, { text: '戊', bold: false }] }, // prettier-ignore
    { type: 'list', numbered: true, items: ['一', '二'] },
  ]);
});

test('a notice of a later time says the time with its zone; half a time is none', () => {
  const later = { sending: 'later' as const, sendDate: '2026-03-12', sendTime: '08:30' };
  expect(sentForm(filled(later)).publishAt).toBe('2026-03-12T08:30:00+08:00');
  expect(savingOf(filled({ ...later, sendTime: '' })).publishAt).toBeNull();
});

test('tags count only where they were asked for, and households not where staff alone get it', () => {
  const audience = { tags: ['dialysis' as const], roles: ['gridMember' as const] };
  expect(contentOf(filled({ whom: 'tagged', ...audience })).audience).toMatchObject({ households: true, tags: ['dialysis'] }); // prettier-ignore
  expect(contentOf(filled({ whom: 'everybody', ...audience })).audience).toMatchObject({ tags: [] });
  expect(contentOf(filled({ whom: 'staff', ...audience })).audience).toMatchObject({ households: false, tags: [] }); // prettier-ignore
});

test.each<[string, Partial<NoticeForm>, string, string]>([
  ['no title', { title: '' }, 'title', '请填写标题'],
  ['a phone number in the title', { title: '请打 13912345678' }, 'title', '「13912345678」像是'],
  ['a phone number in a fact', { facts: { ...BLANK.facts, where: '找 139 1234 5678' } }, 'facts.where', '「139 1234 5678」'], // prettier-ignore
  ['a word that hurts', { cards: [card('paragraph', { key: 7, text: '毒王来了' })] }, 'cards.7', '请改成「感染者」'],
  ['a gap of the template', { title: '〔哪天〕停水' }, 'title', '还有「〔哪天〕」没有填'],
  ['no text', { cards: [] }, 'cards', '正文还没有写'],
  ['an empty part', { cards: [card('heading')] }, 'cards.0', '请填写小标题'],
  ['a picture that was not chosen', { cards: [card('picture')] }, 'cards.0', '图片还没有选'],
  ['an empty table', { cards: [card('table')] }, 'cards.0', '表格是空的'],
  ['a number in a cell', { cards: [card('table', { rows: [['谁'], ['13912345678']] })] }, 'cards.0', '第 2 行第 1 格：'],
  ['an item that is too long', { cards: [card('list', { text: `短\n${'长'.repeat(601)}` })] }, 'cards.0', '第 2 条：这一条最多 600 个字'],
  ['nobody who says it', { organisation: ' ' }, 'organisation', '请填写发文单位'],
  ['no day of the paper', { date: '' }, 'date', '请选择发文日期'],
  ['over before it is out', { validUntil: '2026-03-09' }, 'validUntil', '还没发就过期了'],
  ['over before its time', { validUntil: '2026-03-11', sending: 'later', sendDate: '2026-03-12', sendTime: '08:00' }, 'validUntil', '还没发就过期了'],
  ['nowhere', { gridIds: [] }, 'gridIds', '请选择发给哪里'],
  ['no kind of households', { whom: 'tagged', tags: [] }, 'tags', '请选择给哪几类住户'],
  ['no staff', { whom: 'staff', roles: [] }, 'roles', '请选择给哪些工作人员'],
  ['no time', { sending: 'later' }, 'sendAt', '请选择哪天几点发'],
])('before sending it says what is wrong, beside its place: %s', (_, changes, field, words) => {
  const errors = wrongIn(filled(changes), TODAY);
  expect(Object.keys(errors)).toEqual([field]);
  expect(errors[field]).toContain(words);
}); // prettier-ignore

test("the cloud's words stand at the card, the fact and the answer that they speak of, and the first step with one is opened", () => {
  const form = filled({
    facts: { when: '', where: '广场', who: '', bring: '口罩' },
    cards: [card('paragraph', { key: 4, text: '甲\n乙' }), card('list', { key: 9, text: '一\n二' }), card('table', { key: 2, rows: [['谁'], ['李']] })], // prettier-ignore
  });
  const beside = besideFields(
    {
      'content.facts.1.text': '事实',
      'content.body.1.runs': '段落',
      'content.body.2.items.1': '不合适',
      'content.body.3.rows.0.0': '号码',
      'content.source.organisation': '单位',
      'audience.gridIds': '不归您管',
      'content.attachments.0.fileId': '没传上来',
      publishAt: '过了',
    },
    form,
  );
  expect(beside).toEqual({
    'facts.bring': '事实',
    'cards.4': '段落',
    'cards.9': '第 2 条：不合适',
    'cards.2': '第 2 行第 1 格：号码',
    organisation: '单位',
    gridIds: '不归您管',
    attachments: '没传上来',
    sendAt: '过了',
  });
  expect(STEPS[firstWrongStep(beside)]).toBe('text');
  expect(['organisation', 'gridIds', 'sendAt', 'cards.4', 'attachments'].map(stepOf)).toEqual(['source', 'audience', 'way', 'text', 'text']); // prettier-ignore
});

test.each(NOTICE_TEMPLATES.map((template) => [template.name, template] as const))(
  'the template %s is complete but for its gaps, which nobody can send',
  (_, template) => {
    const form = formOfTemplate(template);
    const errors = wrongIn(
      { ...filled(), ...form, organisation: '镇政府', date: TODAY, gridIds: ['t1-v1'] },
      TODAY,
    );
    expect(Object.values(errors).every((words) => words.endsWith('没有填，请写上实际的内容'))).toBe(true);
    const content = contentOf({ ...filled(), ...form });
    expect(NoticeContent.shape.body.safeParse(content.body).error).toBeUndefined();
    expect(Object.keys(errors).length > 0).toBe(unfilledIn(JSON.stringify(template)) !== undefined);
  },
);

test('cards keep their own numbers, move by one, and tables grow and shrink', () => {
  const cards = cardsOf(contentOf(filled()).body);
  const more = [...cards, newCard(cards, 'picture')];
  expect(new Set(more.map(({ key }) => key)).size).toBe(more.length);
  const [first, second] = cards;
  expect(movedCard(cards, second!.key, -1).slice(0, 2)).toEqual([second, first]);
  expect(movedCard(cards, first!.key, -1)).toEqual(cards);
  expect(resized([['a', 'b'], ['c', 'd']], 'column', 1)).toEqual([['a', 'b', ''], ['c', 'd', '']]); // prettier-ignore
  expect(resized([['a', 'b'], ['c', 'd']], 'row', -1)).toEqual([['a', 'b']]); // prettier-ignore
  expect(PICTURE).toContain('/notice-files/');
});
