import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId, StaffRole } from './grid';
import { Measure } from './health';
import { Reason } from './household';
import { CalendarDate } from './person';

const Moment = z.iso.datetime({ offset: true });
const PUBLISHERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const READERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'checkpointGuard', 'townOfficer', 'inspector'],
} as const;
const PublicationId = z.string('缺少公示编号').min(1, '缺少公示编号').max(120, '公示编号不对');

/** No number, no phone, no address, no whole name: neighbours watch over the rule, not over the person. */
const PublishedRow = z.object({
  /** 王** */
  nameMask: z.string(),
  /** 三组 */
  team: z.string(),
  measure: Measure,
  from: CalendarDate,
  to: CalendarDate,
});
export type PublishedRow = z.infer<typeof PublishedRow>;

/** Who published what when. */
const PublicationHead = z.object({
  publicationId: z.string(),
  /** 青石镇 柳溪村 */
  place: z.string(),
  people: z.number().int(),
  publishedAt: Moment,
  publishedByName: z.string(),
  role: StaffRole,
  withdrawn: z.object({ at: Moment, byName: z.string(), reason: z.string() }).nullable(),
});
export type PublicationHead = z.infer<typeof PublicationHead>;

const PublicationView = PublicationHead.extend({ rows: z.array(PublishedRow) });
export type PublicationView = z.infer<typeof PublicationView>;

/** 公示: a village's list of people under observation, masked as the law asks. */
export const publicationActions = {
  /** What would be published of a village now: looked at before it is. `digest` says which list was seen. */
  publicationDraft: {
    access: PUBLISHERS,
    audit: 'none',
    input: z.object({ gridId: GridId }),
    output: z.object({ place: z.string(), rows: z.array(PublishedRow), digest: z.string() }),
  },
  publish: {
    access: PUBLISHERS,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      gridId: GridId,
      digest: z.string('请先看一遍名单').regex(/^[A-Za-z0-9_-]{43}$/, '请先看一遍名单'),
    }),
    output: PublicationView,
  },
  /** The list that my village published last, and when it did so before. */
  published: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      place: z.string(),
      current: PublicationView.nullable(),
      earlier: z.array(PublicationHead),
    }),
  },
  /** Everything that was published in my town, or in one village of it, newest first. */
  publications: {
    access: READERS,
    audit: 'none',
    input: z.object({ gridId: GridId.optional(), after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(PublicationHead), next: z.string().nullable() }),
  },
  /** One of them with its rows. */
  publication: {
    access: READERS,
    audit: 'none',
    input: z.object({ publicationId: PublicationId }),
    output: PublicationView,
  },
  /** Takes a list down, for a reason that stays beside it. */
  withdrawPublication: {
    access: PUBLISHERS,
    audit: 'personal',
    input: z.object({ publicationId: PublicationId, reason: Reason }),
    output: PublicationView,
  },
} satisfies Contract;
