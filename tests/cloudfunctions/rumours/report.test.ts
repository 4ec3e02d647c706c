import type { RumourDocument } from '../../../cloudfunctions/rumours/rumour.document';
import { newRequestId } from '../../support/forms';
import { rumourForm } from '../../support/rumours';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const villager = () => township.as(here().resident);
const leader = (gridPath = here().gridPath) => township.as(township.holderOf('gridLeader', gridPath));

test('a rumour is told once, however often the form is sent', async () => {
  const form = rumourForm();
  const replies = await Promise.all([1, 2, 3].map(() => villager().get('rumours', 'report', form)));
  expect(new Set(replies.map(({ rumourId }) => rumourId)).size).toBe(1);
  const { rows } = await villager().get('rumours', 'mine', {});
  expect(rows.filter(({ text }) => text === form.text)).toHaveLength(1);
  expect(rows[0]).toMatchObject({ heard: 'group', group: '柳溪三组乡亲群', hasPicture: false, answer: null });
});

test('words or a picture are asked for, and only a picture of its own folder is taken', async () => {
  const empty = await villager().call('rumours', 'report', rumourForm({ text: '' }));
  expect(empty).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { text: expect.any(String) as string } },
  });
  const elsewhere = rumourForm({ text: '', picture: 'cloud://cunan.636e/returns/a/b.jpg' });
  expect(await villager().call('rumours', 'report', elsewhere)).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { picture: expect.any(String) as string } },
  });
  const picture = rumourForm({ text: '', picture: 'cloud://cunan.636e/rumours/a/b.jpg' });
  expect(await villager().get('rumours', 'report', picture)).toMatchObject({ text: '', hasPicture: true });
});

test('who is not known here is asked to register; who is on duty tells from their post', async () => {
  expect(await township.as('o-nobody').call('rumours', 'report', rumourForm())).toMatchObject({
    error: { code: 'UNREGISTERED' },
  });
  const guard = township.as(township.holderOf('checkpointGuard', here().gridPath));
  const { rumourId } = await guard.get('rumours', 'report', rumourForm({ text: '听说镇上要封路一个月' }));
  expect(await leader().get('rumours', 'show', { rumourId })).toMatchObject({
    place: `${township.town.name} ${here().name}`,
  });
});

test('ten a day are enough for anybody', async () => {
  const other = township.as(township.there.resident);
  const codes: string[] = [];
  for (let n = 1; n <= 12; n += 1) {
    const reply = await other.call('rumours', 'report', rumourForm({ text: `第 ${n} 条听来的话` }));
    codes.push(reply.ok ? 'ok' : reply.error.code);
  }
  expect(codes.filter((code) => code === 'ok')).toHaveLength(10);
  expect(codes.slice(10)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
});

test('who told is for the office of that place only, looked up when asked, and each look is recorded', async () => {
  const form = rumourForm({ text: '听说超市明天关门' });
  const { rumourId } = await villager().get('rumours', 'report', form);
  const queue = await leader().get('rumours', 'queue', { tab: 'open' });
  const row = queue.rows.find((one) => one.rumourId === rumourId);
  const name = township
    .documents<{ _id: string; name: string }>('accounts')
    .find(({ _id }) => _id === here().resident)!.name;
  expect(row).toMatchObject({ text: form.text, reports: 1, status: 'open' });
  expect(JSON.stringify(queue)).not.toContain(name);
  expect(JSON.stringify(township.documents('rumours'))).not.toContain(name);

  const shown = await leader().get('rumours', 'show', { rumourId });
  expect(shown.told).toMatchObject([{ name, rumourId }]);
  expect(shown.groups).toEqual([{ groupId: null, name: '柳溪三组乡亲群' }]);
  const looks = township
    .documents<{ action: string; caller: string }>('audit')
    .filter(({ action }) => action === 'rumours.show');
  expect(looks.length).toBeGreaterThan(0);

  for (const call of ['show', 'openPicture'] as const)
    expect(await leader(township.there.gridPath).call('rumours', call, { rumourId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  const elsewhere = await leader(township.there.gridPath).get('rumours', 'queue', { tab: 'open' });
  expect(elsewhere.rows.map((one) => one.rumourId)).not.toContain(rumourId);
});

test('somebody else never sees what I told of, nor does my request id find theirs', async () => {
  const form = rumourForm({ text: '只有我说的一句话' });
  await villager().get('rumours', 'report', form);
  const guard = township.as(township.holderOf('inspector', here().gridPath));
  expect((await guard.get('rumours', 'mine', {})).rows).toEqual([]);
  const theirs = await guard.get('rumours', 'report', { ...form, text: '另一个人说的话' });
  expect(theirs.text).toBe('另一个人说的话');
});

test('a list goes on where it stopped', async () => {
  const openid = township.holderOf('supplier', here().gridPath, 'who-tells-much');
  const [example] = township.documents<RumourDocument>('rumours');
  township.simulator.database.insertMany(
    'rumours',
    Array.from({ length: 25 }, (_, n) => {
      const _id = `m${newRequestId()}`;
      const at = `2026-01-01T08:00:${String(n).padStart(2, '0')}+08:00`;
      return {
        ...example!,
        _id,
        openid,
        leadId: _id,
        text: `${n}`,
        reportedAt: at,
        told: `${at} ${_id}`,
        order: `${at} ${_id}`,
      };
    }),
  );
  const first = await township.as(openid).get('rumours', 'mine', {});
  const second = await township.as(openid).get('rumours', 'mine', { after: first.next! });
  expect([...first.rows, ...second.rows].map(({ text }) => Number(text))).toEqual(
    Array.from({ length: 25 }, (_, n) => 24 - n),
  );
  expect(second.next).toBeNull();
  const queue = await leader().get('rumours', 'queue', { tab: 'open' });
  expect(queue.rows.slice(0, 3).map(({ text }) => text)).toEqual(['0', '1', '2']);
});
