import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readApprovedAreas } from './areas.repository';
import { codesNamed } from './named-places';
import { areaView } from './rulebook-view';
import { townOf } from './town';

type Input = z.output<typeof rulebookContract.areas.input>;
type Output = z.output<typeof rulebookContract.areas.output>;

const ROWS_A_PAGE = 50;

/** Approved risk areas by code: of today, or all that ever were; those at, in and around a place when one is named. */
export async function listAreas({ words, when, after }: Input, context: Context): Promise<Output> {
  const [code = '', id = ''] = after?.split(' ') ?? [];
  const found = await readApprovedAreas(context, townOf(context), {
    codes: words === '' ? null : codesNamed(words),
    validOn: when === 'today' ? toCalendarDate(context.now) : null,
    after: after === undefined ? null : { code, id },
    limit: ROWS_A_PAGE + 1,
  });
  const rows = found.slice(0, ROWS_A_PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(areaView),
    next: last !== undefined && found.length > rows.length ? `${last.code} ${last._id}` : null,
  };
}
