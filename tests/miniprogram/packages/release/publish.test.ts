import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { head, listed, posts } from './people';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  const page = render('packages/release/publish');
  await act(page, 'onLoad', {});
  await settle();
  return page;
};

test('what is published is what was shown; a list that changed is shown again first', async () => {
  phone.answers(posts('gridLeader'));
  phone.answers({ place: '青禾镇 柳溪村', rows: [listed], digest: 'd'.repeat(43) });
  const page = await open();
  expect(words(page)).toContain('周*');
  phone.refuses({ code: 'CONFLICT', message: '名单刚有变动，请再看一遍再公示' });
  phone.answers({ place: '青禾镇 柳溪村', rows: [listed, listed], digest: 'e'.repeat(43) });
  await act(page, 'publish');
  await settle();
  expect(phone.modals.at(-1)).toMatchObject({ title: '没有公示' });
  expect(page.data.people).toBe(2);
  phone.answers({ ...head, rows: [listed, listed] });
  await act(page, 'publish');
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'publish',
    input: { gridId: 't1-v1', digest: 'e'.repeat(43) },
  });
  expect(phone.modals.at(-1)).toMatchObject({ title: '公示了' });
});

test('an officer chooses the village', async () => {
  phone.answers({ posts: [{ role: 'townOfficer', gridId: 't1', place: '青禾镇' }] });
  phone.answers({
    grids: [
      { id: 't1-v1', name: '柳溪村', level: 'village', pathNames: ['青禾镇', '柳溪村'], hasChildren: true },
      { id: 't1-v2', name: '枣林村', level: 'village', pathNames: ['青禾镇', '枣林村'], hasChildren: true },
    ],
  });
  phone.answers({ place: '青禾镇 柳溪村', rows: [], digest: 'd'.repeat(43) });
  const page = await open();
  phone.answers({ place: '青禾镇 枣林村', rows: [], digest: 'd'.repeat(43) });
  await act(page, 'choose', said({ chosen: ['t1-v2'] }));
  expect(phone.calls.at(-1)).toMatchObject({ action: 'publicationDraft', input: { gridId: 't1-v2' } });
  expect(page.data.place).toBe('枣林村');
});
