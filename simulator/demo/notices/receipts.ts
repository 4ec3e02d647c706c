import type { Dayjs } from 'dayjs';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { emptyReceipt, newSheet } from '../../../cloudfunctions/reach/receipt';
import { knows } from '../../../cloudfunctions/reach/rules';
import type { Receipt, SheetDocument } from '../../../cloudfunctions/reach/sheet.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { Enrolled } from '../households';
import type { Random } from '../random';
import type { Left } from './left';
import type { Somebody } from './published';

/** When the grid member goes through those who have no phone. */
const HOURS_UNTIL_TOLD = 2;
const MINUTES_OF_READING = 110;

type Listed = {
  team: GridDocument;
  /** Of the team, in the order in which they stand on the file. */
  enrolled: readonly Enrolled[];
  member: Somebody;
};
/** What the demo wants to show of a team. */
type Course = {
  /** Everybody else read it or was told. */
  left: Left;
  random: Random;
};

/** A notice's list of one team, part of its way: who has a phone read it there, the others were rung up or visited. */
export function reachedSheet(
  notice: NoticeDocument,
  { team, enrolled, member }: Listed,
  { left, random }: Course,
): SheetDocument {
  const published = (minutes: number): Dayjs => momentOf(notice).add(minutes, 'minute');
  const receipts = Object.fromEntries(
    enrolled.map((household, position) => {
      const empty = emptyReceipt(household.file, household.account !== null);
      if (left(household)) return [household.file._id, empty];
      const minutes = random.between(3, MINUTES_OF_READING);
      return [
        household.file._id,
        household.account === null
          ? toldReceipt(empty, member, toTimestamp(published(HOURS_UNTIL_TOLD * 60 + position)), random)
          : ownReceipt(empty, household.account.personId ?? 'head', notice.wanted, published(minutes)),
      ];
    }),
  );
  const place = { gridId: team._id, gridPath: team.path, pathNames: team.pathNames };
  return counted(newSheet(notice, place, receipts));
}

/** Of a household that did what was asked on its phone. */
function ownReceipt(
  empty: Receipt,
  personId: string,
  wanted: NoticeDocument['wanted'],
  openedAt: Dayjs,
): Receipt {
  const [opened, read] = [toTimestamp(openedAt), toTimestamp(openedAt.add(1, 'minute'))];
  const steps = { delivered: opened, opened, read, confirmed: wanted === 'confirm' ? read : null };
  return { ...empty, ...steps, people: { [personId]: steps } };
}

function toldReceipt(empty: Receipt, { openid, name }: Somebody, at: string, random: Random): Receipt {
  const how = random.chance(0.6) ? 'phone' : 'door';
  return { ...empty, told: { how, openid, byName: name, at, requestId: `demo-told-${at}` } };
}

const momentOf = ({ publishedAt }: NoticeDocument): Dayjs => chinaTime(publishedAt ?? '');

/** The counters of its receipts. */
function counted(sheet: SheetDocument): SheetDocument {
  const all = Object.values(sheet.receipts);
  const count = (holds: (receipt: Receipt) => boolean): number => all.filter(holds).length;
  return {
    ...sheet,
    counts: {
      delivered: count(({ delivered }) => delivered !== null),
      opened: count(({ opened }) => opened !== null),
      read: count(({ read }) => read !== null),
      confirmed: count(({ confirmed }) => confirmed !== null),
      phone: count(({ told }) => told?.how === 'phone'),
      door: count(({ told }) => told?.how === 'door'),
      known: count((receipt) => knows(receipt, sheet.wanted)),
      newcomers: 0,
    },
  };
}
