import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { useTownship } from '../../support/township';
import { finish, seen, shown, stepTakers } from './people';

jest.setTimeout(60_000);

const township = useTownship();
const { member, leader, officer, headquarters } = stepTakers(township);

test('what waits for each role, page by page, nobody twice', async () => {
  for (let n = 0; n < 23; n += 1) finish(township);
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { rows: { observationId: string }[]; next: string | null } = await member().get(
      'release', 'ready', after === null ? {} : { after },
    ); // prettier-ignore
    ids.push(...page.rows.map(({ observationId }) => observationId));
    after = page.next;
  } while (after !== null);
  expect(ids.length).toBeGreaterThan(22);
  expect(new Set(ids).size).toBe(ids.length);
  const active = township
    .documents<ObservationDocument>('observations')
    .filter(({ status }) => status === 'active');
  expect(new Set(ids)).toEqual(new Set(active.map(({ _id }) => _id)));
});

test('a release moves from list to list', async () => {
  const observation = finish(township);
  const lists = async () => {
    const ready = await leader().get('release', 'ready', {});
    const [check, approve, done] = await Promise.all(
      (['check', 'approve', 'done'] as const).map((step) => officer().get('release', 'queue', { step })),
    );
    const has = (rows: { observationId: string }[]) =>
      rows.some(({ observationId }) => observationId === observation._id);
    return {
      ready: ready.next !== null || has(ready.rows),
      check: has(check!.rows),
      approve: has(approve!.rows),
      done: has(done!.rows),
    };
  };
  const view = await shown(member(), observation);
  const proposed = await member().get('release', 'propose', seen(view));
  expect(await lists()).toMatchObject({ check: true, approve: false, done: false });
  const checked = await officer().get('release', 'check', seen(proposed));
  expect(await lists()).toMatchObject({ check: false, approve: true, done: false });
  await headquarters().get('release', 'approve', seen(checked));
  expect(await lists()).toMatchObject({ check: false, approve: false, done: true });
});
