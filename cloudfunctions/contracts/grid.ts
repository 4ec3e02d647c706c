import * as z from 'zod';

export const GridLevel = z.enum(['town', 'village', 'team', 'unit'], '请选择网格级别');
export type GridLevel = z.infer<typeof GridLevel>;

export const GridId = z.string('请选择网格').regex(/^[a-z0-9-]{1,40}$/, '网格编号不对');

/** 编号: the number by which the town's own papers know a grid. Empty for none. */
export const GridCode = z
  .string('编号不对')
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{0,20}$/, '编号只能有字母、数字和短横，最多 20 位');

/** A grid as anybody may see it: names are public, people are not. */
export const Grid = z.object({
  id: GridId,
  name: z.string(),
  level: GridLevel,
  /** From the town down to this grid: 「青石镇 柳溪村 三组」 is shown from it. */
  pathNames: z.array(z.string()),
  hasChildren: z.boolean(),
});
export type Grid = z.infer<typeof Grid>;

export const StaffRole = z.enum(
  ['gridMember', 'gridLeader', 'villageDoctor', 'checkpointGuard', 'townOfficer', 'supplier', 'inspector'],
  '请选择岗位',
);

/** Made by the phone when a form opens and kept with its draft: the same id twice is the same act. */
export const RequestId = z.string('缺少请求编号').regex(/^[A-Za-z0-9_-]{16,64}$/, '请求编号不对');
