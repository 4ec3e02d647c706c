import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, StaffRole } from './grid';
import { AlertRow } from './alerts';
import { Half, Measure } from './health';
import { HouseholdStatus } from './registration';
import { NoticeId, NoticeKind } from './notice';
import { InboxRow } from './notices';
import { HandOverStatus, OrderId, PickupView, RoundId, RoundStatus } from './supplies';

const Coverage = z.object({
  gridId: GridId,
  name: z.string(),
  registered: z.number().int(),
  known: z.number().int(),
});

const Moment = z.iso.datetime({ offset: true });
const Count = z.number().int();

/** Of my household: what its returns ask for now. */
const FamilyReturns = z.object({
  /** Declared and not checked yet, or cancelled since: nothing of that is here. */
  waiting: z.array(z.object({ name: z.string(), arrivesAt: Moment, arrived: z.boolean() })),
  observed: z.array(
    z.object({
      observationId: z.string(),
      name: z.string(),
      measure: Measure,
      day: Count,
      days: Count,
      /** The reading that can be given now and isn't yet. */
      due: z.object({ half: Half, closesAt: Moment, late: z.boolean() }).nullable(),
    }),
  ),
  /** Alerts that nobody has closed. */
  alerts: z.array(AlertRow.pick({ alertId: true, name: true, status: true, takenBy: true })),
  /** Certificates of the last days, newest first. */
  certificates: z.array(z.object({ certificateId: z.string(), name: z.string() })),
});

/** For whoever looks after returnees: what waits in their grids, by index only. Null where the role has no part in it. */
const ReturnsWork = z.object({
  alerts: Count,
  /** The alert to be answered first. */
  urgent: AlertRow.nullable(),
  /** People whose reading is open and not in. */
  missing: Count,
  toCheck: Count,
  /** Rows of the arrivals' tab of those who did not come in time. */
  notArrived: Count,
  /** Rows of the arrivals' tab of today. */
  expectedToday: Count,
  toFind: Count,
  overdue: Count,
  foundAgain: Count,
  /** Observations that are over, which the village proposes for release. */
  toPropose: Count.nullable(),
  releasesToCheck: Count.nullable(),
  releasesToApprove: Count.nullable(),
  /** Rules and risk areas that wait for a second officer. */
  proposals: Count.nullable(),
});

const Round = z.object({
  roundId: RoundId,
  title: z.string(),
  supplierName: z.string(),
  closesAt: Moment,
});

/** 保供, for a household and for whoever works with it. */
const Supplies = z.object({
  family: z
    .object({
      /** Open rounds in which it has not ordered and may. */
      toOrder: z.array(Round),
      /** What it ordered and has not got yet. */
      coming: z.array(
        z.object({
          orderId: OrderId,
          title: z.string(),
          roundStatus: RoundStatus,
          handOver: HandOverStatus,
          closesAt: Moment,
          pickup: PickupView.nullable(),
        }),
      ),
    })
    .nullable(),
  /** Rounds of my grids that can be ordered in, the one that closes first on top. */
  open: z.array(Round),
  /** As their supplier: how much comes has to be said; goods have to be brought. */
  toConfirm: z.array(Round),
  toBring: z.array(Round),
  /** Goods are there and wait to be fetched. */
  handingOut: z.array(Round),
  /** What households need that was not on a list. */
  needs: Count,
  /** People who bought medicines, whose temperature the doctor is to take. */
  temperatures: Count,
  /** Households of closed-off grids without supplies for too long; null where none is closed off, or for others than leaders. */
  lacking: Count.nullable(),
});

/** Notices that were not opened yet, urgent ones first, and how many they are. */
const Unread = z.object({
  unread: Count,
  /** 置顶: it stays on the home page when it has been read. */
  pinned: InboxRow.pick({ noticeId: true, gridId: true, title: true, unread: true }).nullable(),
  first: z.array(
    InboxRow.pick({
      noticeId: true,
      gridId: true,
      kind: true,
      title: true,
      place: true,
      publishedAt: true,
      again: true,
    }),
  ),
});

/** 通知, for a household and for whoever works with them. */
const Notices = z.object({
  /** That nobody of my household has opened; null without a household. */
  family: Unread.nullable(),
  /** That went to my role, and that I have not opened; null without a post. */
  duty: Unread.nullable(),
  /** Written by others in my grids: they wait for my agreement. */
  toAgree: Count,
  /** Rumours told of in my grids that wait for an answer. */
  rumours: Count,
  /** Work groups of my grids whose robot could not post. */
  robots: Count,
  /** Notices that households of my grids do not know yet, each with how many, urgent ones first; null for others than those who tell them. */
  toTell: z
    .object({
      first: z.array(
        z.object({
          noticeId: NoticeId,
          kind: NoticeKind,
          title: z.string(),
          /** When it is about, in the notice's own words; empty for no such fact. */
          when: z.string(),
          left: Count,
        }),
      ),
      /** Other notices like that. */
      further: Count,
    })
    .nullable(),
});

/** 首页: what is waiting for me now, by role. */
export const homeContract = {
  today: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      /** The town is set up; false only in an empty install, where the first officer must come first. */
      installed: z.boolean(),
      name: z.string().nullable(),
      place: z.string().nullable(),
      household: z
        .object({
          householdId: z.string(),
          status: HouseholdStatus,
          submittedAt: z.iso.datetime({ offset: true }),
          returnReason: z.string().nullable(),
          peopleCount: z.number().int(),
          /** Phones that ask to open our file, when I am the one who decides. */
          claims: z.number().int(),
        })
        .nullable(),
      /** My own claim on a file, while I have no household. */
      claim: z
        .object({
          headMask: z.string(),
          sentAt: z.iso.datetime({ offset: true }),
          refused: z.boolean(),
        })
        .nullable(),
      /** Whom to call: the grid member of my household's grid. Work numbers hang on the village's board anyway. */
      contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
      posts: z.array(z.object({ role: StaffRole, gridId: GridId, place: z.string() })),
      /** For whoever verifies: how many files wait, and since when the oldest does. */
      queue: z
        .object({
          submitted: z.number().int(),
          returned: z.number().int(),
          oldestAt: z.iso.datetime({ offset: true }).nullable(),
          /** Claims on files in my grids. */
          claims: z.number().int(),
          /** Visits agreed for today, and those from before that nobody closed. */
          visits: z.number().int(),
        })
        .nullable(),
      /** The grids right below the caller's jurisdiction, worst first. */
      coverage: z.array(Coverage).nullable(),
      family: FamilyReturns.nullable(),
      returns: ReturnsWork.nullable(),
      /** Null for whoever has neither a household nor a post. */
      supplies: Supplies.nullable(),
      /** Null for whoever has neither a household nor a post. */
      notices: Notices.nullable(),
    }),
  },
} satisfies Contract;
