import { measureChase } from '../../bench/measure/chase';

test('a chase whose machine is killed goes on where it stood: everybody is asked, nobody twice', async () => {
  expect(await measureChase(900)).toMatchObject({ people: 900, resumed: true });
}, 240_000);
