import type * as z from 'zod';
import type { alertsContract } from './alerts';
import type { auditContract } from './audit';
import type { catalogueContract } from './catalogue';
import type { channelsContract } from './channels';
import type { divisionsContract } from './divisions';
import type { gridworkContract } from './gridwork';
import type { homeContract } from './home';
import type { knowledgeContract } from './knowledge';
import type { medicinesContract } from './medicines';
import type { noticesContract } from './notices';
import type { numbersContract } from './numbers';
import type { observationContract } from './observation';
import type { ordersContract } from './orders';
import type { pickupContract } from './pickup';
import type { purchaseContract } from './purchase';
import type { pushedListContract } from './pushed-list';
import type { publishingContract } from './publishing';
import type { reachContract } from './reach';
import type { registrationContract } from './registration';
import type { releaseContract } from './release';
import type { returnsContract } from './returns';
import type { rosterContract } from './roster';
import type { roundsContract } from './rounds';
import type { rulebookContract } from './rulebook';
import type { rumoursContract } from './rumours';
import type { settlementContract } from './settlement';
import type { townshipContract } from './township';

export type { Action, Contract, ErrorCode, Failure, Reply, Request, StaffRole } from './contract';
export type { AlertRow, AlertStep, AlertView } from './alerts';
export type { ItemView, ItemWithPrices, PriceRule, SupplierRow, SupplierView } from './catalogue';
export type { ClaimView } from './claims';
export type { DeclarationRow, DeclarationView, FormNeeds, MyDeclaration } from './declaration';
export type { Grid, GridLevel } from './grid';
export type { FoundRow, MissingRow, VisitRow } from './gridwork';
export type {
  DoorNotice,
  ObservationRecord,
  ObservedPerson,
  ReadingView,
  SlotView,
  TodayRow,
} from './observed';
export type { ShelfRow } from './knowledge';
export type { RegisteredDrug, SaleRow, TaskRow } from './medicines';
export type { MessageOffer, MessageUse } from './messages';
export type { RobotPost, RobotView } from './robots';
export type { Audience, Block, NoticeContent, NoticeView } from './notice';
export type { InboxRow, SavedRow } from './notices';
export type { Figure, FigureRow, Figures } from './numbers';
export type { CareRow, NeedRow, OfferedRow, Placed, ShopItem, ShopView } from './orders';
export type { PersonView } from './person';
export type { EntryView, PickupLine, PickupRow } from './pickup';
export type { FreeSlot, SlotChoice } from './purchase';
export type { PushedEntry, PushedList } from './pushed-list';
export type { CertificateView, Verification } from './certificates';
export type { PublicationHead, PublicationView, PublishedRow } from './publications';
export type { DraftBlock, DraftContent, DraftRow, DraftView, NoticeRow, WrittenNotice } from './publishing';
export type { Figures as ReachFigures, ReachRow, ReachTab, ReachTask, StaffReceipt } from './reach';
export type { ReleaseRow, ReleaseView } from './release';
export type { HouseholdStatus, HouseholdView, QueueRow, QueueStatus } from './registration';
export type { RosterFault, RosterJob } from './roster';
export type { AreaListView, RiskAreaView } from './risk-area';
export type { GridProgress, RoundForm, RoundView, ScheduleView, WaitingHousehold } from './rounds';
export type { FoundAgainRow, PreviewPart, SweepView, VersionRow } from './rulebook';
export type { RulebookForm, RulebookView } from './rules-text';
export type { Heard, MyRumour, RumourAnswer, RumourRow, RumourView } from './rumours';
export type { SettlementView } from './settlement';
export type { DrugClass, OrderLineView, OrderView, PickupView, RoundCard } from './supplies';
export type { Post } from './township';
export type { LoudspeakerRules } from './notice-paper';
export type { GroupView, ShareTarget } from './wechat-groups';

/** Every function's contract by its name: the client's types come from here and from nowhere else. */
export type Contracts = {
  alerts: typeof alertsContract;
  audit: typeof auditContract;
  catalogue: typeof catalogueContract;
  channels: typeof channelsContract;
  divisions: typeof divisionsContract;
  gridwork: typeof gridworkContract;
  home: typeof homeContract;
  knowledge: typeof knowledgeContract;
  medicines: typeof medicinesContract;
  notices: typeof noticesContract;
  numbers: typeof numbersContract;
  observation: typeof observationContract;
  orders: typeof ordersContract;
  pickup: typeof pickupContract;
  purchase: typeof purchaseContract;
  pushedlist: typeof pushedListContract;
  publishing: typeof publishingContract;
  reach: typeof reachContract;
  registration: typeof registrationContract;
  release: typeof releaseContract;
  returns: typeof returnsContract;
  roster: typeof rosterContract;
  rounds: typeof roundsContract;
  rulebook: typeof rulebookContract;
  rumours: typeof rumoursContract;
  settlement: typeof settlementContract;
  township: typeof townshipContract;
};
export type InputOf<A> = A extends { input: infer S extends z.ZodType } ? z.input<S> : never;
export type OutputOf<A> = A extends { output: infer S extends z.ZodType } ? z.output<S> : never;
