import type * as z from 'zod';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { gridView, openForHouseholds } from './grid.document';
import { readOwnGrid } from './grid.repository';

type Input = z.output<typeof townshipContract.teamCode.input>;
type Output = z.output<typeof townshipContract.teamCode.output>;

const ENROL_PAGE = 'packages/registration/enrol/index';

/** 登记码: what hangs at the entrance of a team. Its scene is the team's id, which outlives a new name or another village. */
export async function makeTeamCode({ gridId }: Input, context: Context): Promise<Output> {
  const team = openForHouseholds(await readOwnGrid(context, gridId));
  const { format, content } = await context.miniProgramCode({ page: ENROL_PAGE, scene: team._id });
  return { team: gridView(team), format, base64: content.toString('base64') };
}
