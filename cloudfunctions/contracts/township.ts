import * as z from 'zod';
import type { Contract } from './contract';
import { Grid, GridCode, GridId, GridLevel, RequestId, StaffRole } from './grid';
import { PersonName, Phone } from './person';
import { words } from './text';

const OFFICE = { by: 'staff', roles: ['townOfficer'] } as const;
const GridName = words('名称', { min: 2, max: 20 });
const TownName = words('镇的名称', { min: 2, max: 20 });
const KnownHouseholds = z
  .number('请填写户数')
  .int('户数要是整数')
  .min(0, '户数不能是负数')
  .max(100_000, '户数太大了');

const Post = z.object({
  postId: z.string(),
  name: z.string(),
  phoneMask: z.string(),
  role: StaffRole,
  gridId: GridId,
  place: z.string(),
  /** `invited` until the person first signs in with that phone number. */
  status: z.enum(['invited', 'active']),
});
export type Post = z.infer<typeof Post>;

/** 镇村组网格与岗位: the town's grids, and who holds which role in them. */
export const townshipContract = {
  /** Grids directly below `parentId`; the towns when it is left out. */
  grids: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ parentId: GridId.optional() }),
    output: z.object({ grids: z.array(Grid) }),
  },
  /** The team that a 登记码 names, if households may register there. */
  team: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ gridId: GridId }),
    output: Grid,
  },
  /** 登记码 of one team: a picture to put up there; scanning it opens the enrolment in that team. */
  teamCode: {
    access: { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] },
    audit: 'none',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ gridId: GridId }),
    output: z.object({
      team: Grid,
      format: z.enum(['png', 'jpg']),
      /** An answer has a megabyte at most. */
      base64: z.string().max(700_000),
    }),
  },
  /** The first officer of an empty install, with the one-time code of the deployment. Makes the town's own grid. */
  openOffice: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: z.object({
      code: words('开通码', { max: 40 }),
      townName: TownName,
      name: PersonName,
      phone: Phone,
    }),
    output: z.object({ town: Grid }),
  },
  /** Accepts the roles that wait for this WeChat user's phone number (`phoneCode` from the phone-number button). */
  signIn: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'instance' },
    input: z.object({ phoneCode: z.string('请允许使用手机号').min(1).max(200) }),
    output: z.object({ accepted: z.array(Post) }),
  },
  addGrid: {
    access: OFFICE,
    audit: 'none',
    input: z.object({
      requestId: RequestId,
      parentId: GridId,
      level: GridLevel,
      name: GridName,
      code: GridCode.optional(),
      /** 应登记户数: households known to live there, from the village's own roll. Counted on the lowest grids only. */
      knownHouseholds: KnownHouseholds,
    }),
    output: Grid,
  },
  changeGrid: {
    access: OFFICE,
    audit: 'none',
    input: z.object({
      gridId: GridId,
      name: GridName,
      /** Left out, it stays as it is. */
      code: GridCode.optional(),
      /** Lowest grids only: of others it is a sum, and naming it is refused. */
      knownHouseholds: KnownHouseholds.optional(),
    }),
    output: Grid,
  },
  /**
   * 停用 a village or a team, and everything below it: nobody registers there any more and its roll no longer counts, while files and
   * posts stay. Or opens it again.
   */
  retireGrid: {
    access: OFFICE,
    audit: 'none',
    input: z.object({ gridId: GridId, retired: z.boolean() }),
    output: z.object({}),
  },
  /**
   * Moves a team or a unit with everything below it under another grid of the level above, in the same town. Works for a few seconds: call
   * again until `done`. Files, posts and claims go along; the audit log stays as it was.
   */
  moveGrid: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ requestId: RequestId, gridId: GridId, parentId: GridId }),
    output: z.object({ done: z.boolean(), moved: z.number().int(), left: z.number().int() }),
  },
  /** Below one grid of mine: each grid with its counts, for the office's page. */
  gridDetails: {
    access: OFFICE,
    audit: 'none',
    input: z.object({ gridId: GridId.optional() }),
    output: z.object({
      grid: Grid.extend({
        code: z.string(),
        knownHouseholds: z.number().int(),
        retired: z.boolean(),
        parentId: GridId.nullable(),
        /** A move under another grid was begun and waits to be gone on with. */
        moving: z.boolean(),
      }),
      children: z.array(
        Grid.extend({
          code: z.string(),
          knownHouseholds: z.number().int(),
          registered: z.number().int(),
          retired: z.boolean(),
        }),
      ),
      posts: z.array(Post),
    }),
  },
  giveRole: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ gridId: GridId, role: StaffRole, name: PersonName, phone: Phone }),
    output: Post,
  },
  /** Takes effect at that person's next call. */
  takeRole: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ postId: z.string().min(1).max(120) }),
    output: z.object({}),
  },
} satisfies Contract;
