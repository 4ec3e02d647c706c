import type { Database } from '../../../cloudfunctions/kernel/context';
import { inTransaction } from '../../../cloudfunctions/kernel/transaction';

/** A database whose commits fail as told, one after another. */
function failing(...faults: (Error | null)[]) {
  const seen: string[] = [];
  const database = {
    startTransaction: async () => {
      seen.push('start');
      return {
        collection: () => ({}),
        commit: async () => {
          const fault = faults.shift() ?? null;
          if (fault) throw fault;
          seen.push('commit');
        },
        rollback: async () => {
          seen.push('rollback');
        },
      };
    },
  } as unknown as Database;
  return { database, seen };
}
const conflict = () => Object.assign(new Error('lost the race'), { code: 'DATABASE_TRANSACTION_CONFLICT' });

test('work that lost to somebody else’s runs again from the start', async () => {
  const { database, seen } = failing(conflict(), conflict());
  let runs = 0;
  const answer = await inTransaction(database, async () => {
    runs += 1;
    return runs;
  });
  expect(answer).toBe(3);
  expect(seen).toEqual(['start', 'rollback', 'start', 'rollback', 'start', 'commit']);
});

test('a conflict that an operation reports in its text only is one too', async () => {
  const { database } = failing();
  let runs = 0;
  const answer = await inTransaction(database, async () => {
    runs += 1;
    if (runs === 1)
      throw new Error('document.update:fail -501001. [ResourceUnavailable.TransactionConflict] retry');
    return 'written';
  });
  expect(answer).toBe('written');
});

test('any other failure is rolled back and thrown at once', async () => {
  const { database, seen } = failing();
  const refused = inTransaction(database, async () => {
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(seen).toEqual(['start', 'rollback']);
});

test('it gives up after twelve losses', async () => {
  const { database, seen } = failing(...Array.from({ length: 20 }, conflict));
  await expect(inTransaction(database, async () => 'never')).rejects.toThrow('lost the race');
  expect(seen.filter((step) => step === 'start')).toHaveLength(12);
}, 20_000);
