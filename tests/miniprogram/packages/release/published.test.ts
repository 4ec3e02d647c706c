import { holdPhone, type Phone } from '../../support/phone';
import { act, render, settle, words } from '../../support/render';
import { head, listed } from './people';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  const page = render('packages/release/published');
  await act(page, 'onLoad', {});
  await settle();
  return page;
};

test('a family reads its village’s list by team, and who published it', async () => {
  phone.answers({ place: '青禾镇 柳溪村', current: { ...head, rows: [listed] }, earlier: [{ ...head, publicationId: 'p0', people: 3 }] }); // prettier-ignore
  const page = await open();
  for (const part of [
    '柳溪村，1 人',
    '李国强（网格长）',
    '三组',
    '周*',
    '2月26日到 3月11日',
    '以前的公示',
    '柳溪村，3 人',
  ])
    expect(words(page)).toContain(part);
});

test('nothing published yet, and a list that was withdrawn, are told apart', async () => {
  phone.answers({ place: '青禾镇 柳溪村', current: null, earlier: [] });
  // The words stand in a component that this test does not open up.
  expect((await open()).data).toMatchObject({ current: null, earlier: [], place: '柳溪村' });
  phone.answers({
    place: '青禾镇 柳溪村',
    current: null,
    earlier: [{ ...head, withdrawn: { at: head.publishedAt, byName: '何静', reason: '名单有误' } }],
  });
  expect(words(await open())).toContain('何静撤下：名单有误');
});
