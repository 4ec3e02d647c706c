import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { useTownship } from '../../support/township';
import { enrolForm } from '../registration/forms';
import { phoneCode } from './phone-code';

jest.setTimeout(60_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const codesOf = (replies: { ok: boolean; error?: { code: string } }[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.error?.code));
const signedIn = async (openid: string, phone: string) =>
  township
    .as(openid)
    .get('township', 'signIn', { phoneCode: await phoneCode(township.simulator, openid, phone) });
const invitation = (phone: string) => ({
  gridId: township.here.team.gridId,
  role: 'gridMember' as const,
  name: '周新兰',
  phone,
});

describe('a role is given', () => {
  test('to somebody unknown: it waits for their number, and their first sign-in takes it', async () => {
    const post = await officer().get('township', 'giveRole', invitation('15470000001'));
    expect(post).toMatchObject({ status: 'invited', phoneMask: '154****0001', name: '周新兰' });
    const before = await township.as('o-new-member').call('registration', 'queue', { status: 'submitted' });
    expect(before).toMatchObject({ error: { code: 'FORBIDDEN' } });

    const { accepted } = await signedIn('o-new-member', '15470000001');
    expect(accepted).toEqual([{ ...post, status: 'active' }]);
    const queue = await township.as('o-new-member').call('registration', 'queue', { status: 'submitted' });
    expect(queue).toMatchObject({ ok: true });
  });

  test('twice is once; signing in again answers the same', async () => {
    const first = await officer().get('township', 'giveRole', invitation('15470000002'));
    const again = await officer().get('township', 'giveRole', invitation('15470000002'));
    expect(again).toEqual(first);
    const { accepted } = await signedIn('o-twice', '15470000002');
    expect((await signedIn('o-twice', '15470000002')).accepted).toEqual(accepted);
    expect(township.documents<Account>('accounts').find(({ _id }) => _id === 'o-twice')?.posts).toHaveLength(
      1,
    );
  });

  test('to somebody who proved that number before: at once', async () => {
    await officer().get('township', 'giveRole', invitation('15470000003'));
    await signedIn('o-proven', '15470000003');
    const post = await officer().get('township', 'giveRole', {
      ...invitation('15470000003'),
      role: 'villageDoctor',
      gridId: township.here.gridId,
    });
    expect(post.status).toBe('active');
    const { posts } = await township.as('o-proven').get('home', 'today', {});
    expect(posts.map(({ role }) => role)).toEqual(['gridMember', 'villageDoctor']);
  });

  test('to somebody with a household: both stay', async () => {
    const phone = township.as('o-neighbour');
    const { householdId } = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
    await officer().get('township', 'giveRole', invitation('15470000004'));
    await signedIn('o-neighbour', '15470000004');
    const today = await phone.get('home', 'today', {});
    expect(today).toMatchObject({
      name: '王大成',
      household: { householdId },
      posts: [{ role: 'gridMember' }],
    });
  });

  test('not outside of the office’s own town, nor in a grid that is not there', async () => {
    const replies = await Promise.all([
      officer().call('township', 'giveRole', { ...invitation('15470000005'), gridId: 't2' }),
      officer().call('township', 'giveRole', { ...invitation('15470000005'), gridId: 'nowhere' }),
    ]);
    expect(codesOf(replies)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  test('with the number sealed in the database', async () => {
    await officer().get('township', 'giveRole', invitation('15470000006'));
    expect(JSON.stringify(township.documents('posts'))).not.toContain('15470000006');
  });
});

describe('signing in', () => {
  test('with nothing waiting keeps nothing', async () => {
    expect(await signedIn('o-curious', '15470000007')).toEqual({ accepted: [] });
    expect(township.documents<Account>('accounts').map(({ _id }) => _id)).not.toContain('o-curious');
  });

  test('with somebody else’s code or an old one is refused', async () => {
    const code = await phoneCode(township.simulator, 'o-curious', '15470000007');
    const phone = township.as('o-curious');
    await phone.get('township', 'signIn', { phoneCode: code });
    const replies = await Promise.all([
      phone.call('township', 'signIn', { phoneCode: code }),
      phone.call('township', 'signIn', { phoneCode: 'made-up' }),
    ]);
    expect(codesOf(replies)).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });

  test('with a number that somebody else proved before: new roles go to the one who has it now', async () => {
    await officer().get('township', 'giveRole', invitation('15470000011'));
    await signedIn('o-had-it', '15470000011');
    await signedIn('o-has-it', '15470000011');
    const post = await officer().get('township', 'giveRole', {
      ...invitation('15470000011'),
      role: 'supplier',
    });
    expect(post.status).toBe('invited');
    expect((await signedIn('o-has-it', '15470000011')).accepted.map(({ role }) => role)).toEqual([
      'supplier',
    ]);
    const { posts } = await township.as('o-had-it').get('home', 'today', {});
    expect(posts.map(({ role }) => role)).toEqual(['gridMember']);
  });

  test('two phones with one number at once: one takes the post', async () => {
    await officer().get('township', 'giveRole', invitation('15470000008'));
    const answers = await Promise.all(
      ['o-first', 'o-second'].map((openid) => signedIn(openid, '15470000008')),
    );
    expect(answers.map(({ accepted }) => accepted.length).sort()).toEqual([0, 1]);
  });
});

describe('a role is taken', () => {
  test('and the next call comes without it', async () => {
    const { postId } = await officer().get('township', 'giveRole', invitation('15470000009'));
    await signedIn('o-leaving', '15470000009');
    const phone = township.as('o-leaving');
    expect(await phone.call('registration', 'queue', { status: 'submitted' })).toMatchObject({ ok: true });
    await officer().get('township', 'takeRole', { postId });
    expect(await phone.call('registration', 'queue', { status: 'submitted' })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(township.documents<PostDocument>('posts').map(({ _id }) => _id)).not.toContain(postId);
    const entry = township
      .documents<AuditEntry>('audit')
      .find(({ action }) => action === 'township.takeRole');
    expect(entry).toMatchObject({ caller: officer().openid, outcome: 'ok' });
  });

  test('but not an officer’s own last one', async () => {
    const { openid } = township.simulator.personas.find(({ name }) => name === '陈志远')!;
    const own = township.documents<PostDocument>('posts').find((post) => post.openid === openid)!;
    const reply = await township.as(openid).call('township', 'takeRole', { postId: own._id });
    expect(reply).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  test('not by somebody who holds an office elsewhere', async () => {
    const { postId } = await officer().get('township', 'giveRole', invitation('15470000010'));
    const elsewhere = township.as(township.holderOf('townOfficer', township.there.gridPath));
    expect(await elsewhere.call('township', 'takeRole', { postId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
