import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { isPlace } from './named-places';
import { writeSettings } from './rulebook.repository';
import { placeName } from './rulebook-view';
import { ownTown } from './town';

/** Says in which county the town lies. */
export async function setDivision(
  { code }: { code: string },
  context: Context,
): Promise<{ code: string; name: string }> {
  const { caller, now } = context;
  const townId = ownTown(context);
  if (!isPlace(code) || code.endsWith('00')) throw invalidFields({ code: '请选择到区县' });
  await writeSettings(context, {
    _id: townId,
    gridPath: [townId],
    division: code,
    setBy: caller.openid,
    setByName: caller.name ?? '',
    setAt: toTimestamp(now),
  });
  return { code, name: placeName(code) };
}
