import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction } from '../kernel/transaction';
import { actOn } from './file-change';
import type { HouseholdDocument, PersonRecord } from './household.document';
import { changedFile, peopled } from './household-file';
import { ACCOUNTS, headOf, readPhonesOf } from './household-phone';
import { householdView } from './household-view';
import { getFile, putFile } from './registration.repository';

type Input = z.output<typeof registrationContract.changeHead.input>;

/** 换户主, at the door. The file's state stays; phones stay with the people who hold them, so that only the new head decides who is let in. */
export async function changeHead(input: Input, context: Context): Promise<HouseholdView> {
  const { database, now, vault } = context;
  const { householdId, headId, reason } = input;
  context.about({ householdId, personId: headId, reason });
  const phones = await readPhonesOf(context, householdId);
  const file = await inTransaction(database, async (transaction) => {
    const present = await getFile(transaction, context, householdId);
    const next = actOn(present, input, context, (act) =>
      changedFile(present, { ...act, what: 'headChanged' }, peopled(relatedTo(input, present))),
    );
    if (next === present) return present;
    await putFile(transaction, context, present, next);
    // An older account says nothing of who holds it: it is the former head's, and must not become the new one's.
    const former = headOf(present)?.personId ?? null;
    for (const { _id, personId } of phones)
      if (personId == null) await transaction.change(ACCOUNTS, _id, { personId: former });
    return next;
  });
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}

/** The people with their relations to the new head; throws a refusal beside the field that does not fit. */
function relatedTo({ headId, relations }: Input, { people }: HouseholdDocument): PersonRecord[] {
  const head = people.find(({ personId }) => personId === headId);
  if (!head) throw invalidFields({ headId: '档案里没有这位家人，请重新选' });
  if (head.relation === 'head') throw new AppError('CONFLICT', '这位已经是户主了');
  const relationOf = new Map(relations.map(({ personId, relation }) => [personId, relation]));
  return people.map((person) => {
    if (person.personId === headId) return { ...person, relation: 'head' };
    const relation = relationOf.get(person.personId);
    if (relation === undefined) throw invalidFields({ relations: `请选${person.name}是新户主的什么人` });
    return { ...person, relation };
  });
}
