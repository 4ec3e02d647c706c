import { createPublicKey, verify } from 'node:crypto';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { certificateSigner } from '../../../cloudfunctions/release/certificate-signature';
import type { CertificateDocument } from '../../../cloudfunctions/release/certificate.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { finish, releaseOf, seen, shown, stepTakers } from './people';

jest.setTimeout(90_000);

const township = useTownship();
const { member, officer, headquarters } = stepTakers(township);
const family = () => township.as(township.here.resident);
const stranger = () => township.as('o-at-the-gate');

const issue = async (): Promise<CertificateDocument> => {
  const { certificateId } = await releaseOf(township, finish(township));
  return stored(certificateId!);
};
const stored = (id: string): CertificateDocument =>
  township.documents<CertificateDocument>('certificates').find(({ _id }) => _id === id)!;
const scan = (certificateId: string) => stranger().get('release', 'verify', { certificateId });

const scanned = (base64: string): string | undefined => {
  const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};

test('the household opens its certificate; a stranger who scans its code learns that it holds, and nothing private', async () => {
  const { _id: certificateId, name, number } = await issue();
  const { rows } = await family().get('release', 'myCertificates', {});
  expect(rows[0]).toMatchObject({ certificateId, state: 'valid' });
  const certificate = await family().get('release', 'certificate', { certificateId });
  expect(certificate).toMatchObject({
    number,
    name,
    organisation: `${township.town.name}疫情防控指挥部`,
    state: 'valid',
    days: 14,
    counts: { normalTemperatures: 28, negativeTests: 3, abnormal: 0 },
    revoked: null,
  });
  expect(certificate.steps).toHaveLength(3);
  const year = certificate.issuedAt.slice(0, 4);
  expect(number).toMatch(new RegExp(`^${township.town.name.charAt(0)}防证〔${year}〕\\d{4} 号$`));
  expect(scanned(certificate.code!.base64)).toBe(
    `weixin://wxacode/packages/release/verify/index?scene=${certificateId}`,
  );
  expect(certificateId.length).toBeLessThanOrEqual(30);

  const answer = await scan(certificateId);
  expect(answer).toMatchObject({ state: 'valid', certificate: { number, days: 14, revokedAt: null } });
  expect(answer.certificate!.nameMask).toMatch(/^\p{Script=Han}\*+$/u);
  const text = JSON.stringify(answer);
  const document = stored(certificateId);
  for (const secret of [
    name,
    document.papersMask,
    document.householdId,
    document.personId,
    document.observationId,
    document.pathNames[2]!,
    ...document.steps.map((step) => step.name),
  ])
    // prettier-ignore
    expect(text).not.toContain(secret);
  expect(Object.keys(answer.certificate!).sort()).toEqual(
    ['number', 'organisation', 'nameMask', 'measure', 'days', 'firstDate', 'lastDate', 'issuedAt', 'validUntil', 'revokedAt'].sort(), // prettier-ignore
  );
});

test('it lasts as long as the rules look back, the last day included', async () => {
  const { _id, validUntil } = await issue();
  const { simulator } = township;
  const start = simulator.clock.now();
  await simulator.clock.set(Date.parse(`${validUntil}T23:59:00+08:00`));
  expect((await scan(_id)).state).toBe('valid');
  await simulator.clock.set(Date.parse(`${validUntil}T23:59:00+08:00`) + 2 * 60_000);
  expect((await scan(_id)).state).toBe('expired');
  await simulator.clock.advance(8 * 3_600_000);
  expect(Date.parse(validUntil) - Date.parse(stored(_id).issuedAt.slice(0, 10))).toBe(14 * 86_400_000);
  expect(simulator.clock.now()).toBeGreaterThan(start);
});

describe('what is on file is held against its signature', () => {
  const CHANGES: [string, Partial<Record<string, unknown>>][] = [
    ['name', { name: '王假冒' }],
    ['papersMask', { papersMask: '511***********0000' }],
    ['number', { number: '青防证〔2026〕9999 号' }],
    ['days', { days: 28 }],
    ['measure', { measure: 'healthMonitoring' }],
    ['firstDate', { firstDate: '2026-01-01' }],
    ['lastDate', { lastDate: '2026-12-31' }],
    ['validUntil', { validUntil: '2036-12-31' }],
    ['counts', { 'counts.abnormal': 7 }],
    ['organisation', { organisation: '县疫情防控指挥部' }],
    ['a step', { 'steps.2.name': '别人' }],
    ['issuedAt', { issuedAt: '2026-01-01T00:00:00+08:00' }],
    ['observationId', { observationId: 'another' }],
    ['signature', { signature: 'AAAA' }],
  ];
  test.each(CHANGES)('a changed %s no longer holds, and nothing of it is repeated', async (_, change) => {
    const { _id } = await issue();
    expect((await scan(_id)).state).toBe('valid');
    expect(await township.tamper('certificates', { _id }, { $set: change })).toBe(1);
    expect(await scan(_id)).toEqual({ state: 'forged', certificate: null });
  });

  test('a copy under another id, and one that was signed with another key, do not hold', async () => {
    const original = await issue();
    const copy = { ...original, _id: 'c'.repeat(30) };
    const facts = { ...original, _id: 'd'.repeat(30) };
    const forger = certificateSigner({ CUNAN_CERTIFICATE_KEY: Buffer.alloc(32, 7).toString('base64') });
    const forged = { ...original, _id: facts._id, signature: forger.sign(facts) };
    township.simulator.database.insertMany('certificates', [copy, forged]);
    expect((await scan(copy._id)).state).toBe('forged');
    expect((await scan(forged._id)).state).toBe('forged');
  });

  test('anybody checks a signature with the public key alone', async () => {
    const { _id } = await issue();
    const { algorithm, publicKey } = await stranger().get('release', 'publicKey', {});
    expect(algorithm).toBe('Ed25519');
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const { signature } = stored(_id);
    expect(Buffer.from(signature, 'base64url')).toHaveLength(64);
    expect(verify(null, Buffer.from('something else'), key, Buffer.from(signature, 'base64url'))).toBe(false);
    const { CUNAN_CERTIFICATE_KEY: seed = '' } = township.simulator.secrets;
    expect(certificateSigner({ CUNAN_CERTIFICATE_KEY: seed })).toMatchObject({ publicKey });
    expect(JSON.stringify(township.documents('certificates'))).not.toContain(seed);
  });
});

test('ids that nobody was given are unknown, whatever they look like', async () => {
  const { _id } = await issue();
  for (const guess of [
    '0'.repeat(30),
    `${_id.slice(0, -1)}x`,
    _id.toUpperCase(),
    '0317',
    '青防证〔2026〕0001 号',
    '{"$ne":null}',
    '../..',
  ])
    // prettier-ignore
    expect(await scan(guess)).toEqual({ state: 'unknown', certificate: null });
});

test('guessing is slowed down', async () => {
  const guesser = township.as('o-guesser');
  const answers: string[] = [];
  for (let n = 0; n < 202; n += 1) {
    if (n % 100 === 99) await township.simulator.clock.advance(61_000);
    const reply = await guesser.call('release', 'verify', { certificateId: `guess-${n}` });
    answers.push(reply.ok ? reply.data.state : reply.error.code);
  }
  expect(answers.slice(0, 200).every((answer) => answer === 'unknown')).toBe(true);
  expect(answers.slice(200)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
});

describe('revoking', () => {
  test('whoever scans it from then on is told so; the household sees why; it can not be undone', async () => {
    const { _id: certificateId } = await issue();
    const input = { requestId: newRequestId(), certificateId, reason: '核酸报告有误' };
    const [first, again] = await Promise.all([1, 2].map(() => officer().get('release', 'revoke', input)));
    expect(first).toMatchObject({ state: 'revoked', revoked: { reason: '核酸报告有误' } });
    expect(again!.revoked).toEqual(first!.revoked);
    expect(await scan(certificateId)).toMatchObject({
      state: 'revoked',
      certificate: { revokedAt: first!.revoked!.at },
    });
    expect(JSON.stringify(await scan(certificateId))).not.toContain('核酸报告有误');
    expect((await family().get('release', 'certificate', { certificateId })).state).toBe('revoked');
    expect(
      await headquarters().call('release', 'revoke', { ...input, requestId: newRequestId() }),
    ).toMatchObject({ error: { code: 'CONFLICT', message: '这份证明已经作废了' } });
    const entry = township
      .documents<{ action: string; reason: string }>('audit')
      .find(({ action, reason }) => action === 'release.revoke' && reason === '核酸报告有误');
    expect(entry).toBeDefined();
  });

  test('a revoked one that has run out besides is still said to be revoked', async () => {
    const { _id: certificateId, validUntil } = await issue();
    await officer().get('release', 'revoke', { requestId: newRequestId(), certificateId, reason: '发错了' });
    await township.simulator.clock.set(Date.parse(`${validUntil}T23:59:00+08:00`) + 3 * 86_400_000);
    expect((await scan(certificateId)).state).toBe('revoked');
  });

  test("nobody but the town's own officers revokes", async () => {
    const { _id: certificateId } = await issue();
    const input = { requestId: newRequestId(), certificateId, reason: '不该发' };
    const there = township.as(township.holderOf('townOfficer', township.there.gridPath));
    const replies = await Promise.all([
      member().call('release', 'revoke', input),
      family().call('release', 'revoke', input),
      stranger().call('release', 'revoke', input),
      there.call('release', 'revoke', input),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    expect((await scan(certificateId)).state).toBe('valid');
  });
});

test("another household's certificate is not there", async () => {
  const { _id: certificateId } = await issue();
  const other = township.as(township.there.resident);
  expect(await other.call('release', 'certificate', { certificateId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect((await other.get('release', 'myCertificates', {})).rows).toEqual([]);
  const staff = township.as(township.holderOf('gridMember', township.there.gridPath));
  expect(await staff.call('release', 'certificateForStaff', { certificateId })).toMatchObject({ error: { code: 'NOT_FOUND' } }); // prettier-ignore
  expect((await member().get('release', 'certificateForStaff', { certificateId })).certificateId).toBe(
    certificateId,
  );
});

test('twenty approvals at once: every number is given once, and none is skipped', async () => {
  const views = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const proposed = await member().get(
        'release',
        'propose',
        seen(await shown(member(), finish(township))),
      );
      return officer().get('release', 'check', seen(proposed));
    }),
  );
  const before = township.documents('certificates').length;
  const approved = await Promise.all(
    views.map((view) => headquarters().get('release', 'approve', seen(view))),
  );
  const numbers = approved.map(({ certificateId }) =>
    Number(/〕(\d+)/.exec(stored(certificateId!).number)![1]),
  );
  numbers.sort((a, b) => a - b);
  const first = numbers[0]!;
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => first + n));
  expect(township.documents('certificates')).toHaveLength(before + 20);
});
