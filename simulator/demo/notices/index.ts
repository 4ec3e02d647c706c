import type { Dayjs } from 'dayjs';
import { type NoticeDocument, NOTICES } from '../../../cloudfunctions/publishing/notice.document';
import { type SheetDocument, SHEETS } from '../../../cloudfunctions/reach/sheet.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import type { Database } from '../../cloud/database';
import type { Enrolled } from '../households';
import { Random } from '../random';
import { lastToKnow, type Left } from './left';
import { correctedBy, publishedNotice, type Sent, type Somebody, waitingNotice } from './published';
import { reachedSheet } from './receipts';
import { airRooms, shopStaysOpen, testTomorrow, waterOff } from './written';

type Told = {
  seed: number;
  now: Dayjs;
  town: GridDocument;
  village: GridDocument;
  posts: readonly PostDocument[];
  /** The lowest grids of the town with the households in each. */
  teams: readonly { team: GridDocument; enrolled: readonly Enrolled[] }[];
};

/** The urgent one went to the village's first three teams: all of the first know, so many of the others do not. */
const LEFT_OF_URGENT = [0, 3, 9] as const;
/** Of a notice that nobody hurries with. */
const READ_SHARE = 0.8;

/** Notices in each state: an urgent one part of its way, one that was corrected, one that waits for a second person, and some knowledge. */
export function addNotices(database: Database, told: Told): void {
  const { village, town, now } = told;
  const random = new Random(told.seed + 9);
  const leader = holderOf(told, 'gridLeader', village);
  const [officer, second] = [0, 1].map((which) => holderOf(told, 'townOfficer', town, which));
  const publish = (sent: Sent): NoticeDocument =>
    publishedNotice(
      sent,
      teamsIn(told, sent.grids).flatMap(({ enrolled }) => enrolled.map(({ file }) => file)),
    );

  const at = lastFour(now);
  const firstTeams = teamsIn(told, [village]).slice(0, LEFT_OF_URGENT.length);
  const urgent = publish({
    _id: 'demo-notice-urgent',
    content: testTomorrow(at),
    grids: firstTeams.map(({ team }) => team),
    writer: leader!,
    approver: officer,
    at,
  });
  const water = (number: 1 | 2): NoticeDocument => {
    const day = at.subtract(4 - number, 'day');
    const content = waterOff(day, at.add(number + 1, 'day'));
    return publish({
      _id: `demo-notice-water-${number}`,
      content,
      grids: [village],
      writer: leader!,
      at: day,
    });
  };
  const [wrongDay, rightDay] = correctedBy(water(1), water(2));
  const knowledge = publish({
    _id: 'demo-notice-knowledge',
    content: airRooms(at.subtract(5, 'day')),
    grids: [town],
    writer: officer!,
    approver: second,
    at: at.subtract(5, 'day'),
  });
  const waiting = waitingNotice({
    _id: 'demo-notice-waiting',
    content: shopStaysOpen(now),
    grids: [village],
    writer: leader!,
    at: now.subtract(40, 'minute'),
  });
  database.insertMany(NOTICES, [urgent, wrongDay, rightDay, knowledge, waiting]);

  const someLeft = (): Left => () => !random.chance(READ_SHARE);
  const sheets = (notice: NoticeDocument, leftOf: LeftOf) => sheetsOf(told, notice, { leftOf, random });
  database.insertMany(SHEETS, [
    ...sheets(urgent, (enrolled, place) => lastToKnow(enrolled, LEFT_OF_URGENT[place] ?? 0)),
    ...[wrongDay, rightDay, knowledge].flatMap((notice) => sheets(notice, someLeft)),
  ]);
}

type LeftOf = (enrolled: readonly Enrolled[], place: number) => Left;

const sheetsOf = (
  told: Told,
  notice: NoticeDocument,
  { leftOf, random }: { leftOf: LeftOf; random: Random },
): SheetDocument[] =>
  teamsIn(
    told,
    notice.gridIds.map((_id) => ({ _id })),
  ).map(({ team, enrolled }, place) => {
    const member = holderOf(told, 'gridMember', team)!;
    return reachedSheet(notice, { team, enrolled, member }, { left: leftOf(enrolled, place), random });
  });

const teamsIn = ({ teams }: Told, grids: readonly Pick<GridDocument, '_id'>[]) =>
  teams.filter(({ team }) => grids.some(({ _id }) => team.path.includes(_id)));

function holderOf(
  { posts }: Told,
  role: PostDocument['role'],
  { _id }: GridDocument,
  which = 0,
): Somebody | undefined {
  const post = posts.filter((one) => one.role === role && one.gridId === _id)[which];
  return post && { openid: post.openid ?? '', name: post.name };
}

/** The last 16:00 since which everybody who is to know has had the time to. */
function lastFour(now: Dayjs): Dayjs {
  const today = now.hour(16).minute(0).second(0).millisecond(0);
  return today.isBefore(now.subtract(3, 'hour')) ? today : today.subtract(1, 'day');
}
