import type { WantedLine } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import type { DrugLine } from '../medicines/ask-for-temperature';
import type { HouseholdDocument } from '../registration/household.document';
import { readRoundsById } from '../rounds/round.repository';

/** A line for a drug of the four classes, by its item: who takes it is written into the order, and the village doctor is asked to look. */
export type Drugs = ReadonlyMap<string, DrugLine>;

/** The drugs among the lines that name a patient: reads the round for their classes, and only then. */
export async function readDrugs(
  { roundId, lines }: { roundId: string; lines: readonly WantedLine[] },
  readHousehold: () => Promise<Pick<HouseholdDocument, 'people'>>,
  context: Context,
): Promise<Drugs> {
  if (lines.every(({ patientId }) => patientId === undefined)) return new Map();
  const { people } = await readHousehold();
  const [round] = await readRoundsById(context, [roundId]);
  const items = new Map(round?.items.map((item) => [item.itemId, item]));
  const drugs = lines.flatMap(({ itemId, quantity, patientId }, position) => {
    if (patientId === undefined) return [];
    const patient = people.find(({ personId }) => personId === patientId);
    if (!patient)
      throw invalidFields({ [`lines.${position}.patientId`]: '请选家里的人：这种药要登记给谁用' });
    const item = items.get(itemId);
    if (!item || item.drugClass === 'none') return [];
    const { drugClass, name: itemName, unit } = item;
    const { personId, name } = patient;
    return [[itemId, { patient: { personId, name }, drugClass, itemName, quantity, unit }] as const];
  });
  return new Map(drugs);
}
