import type { ClaimView, Contracts, OutputOf } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { RELATIONS } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Person = OutputOf<Contracts['registration']['phones']>['people'][number];

/** One of the family, and whether they open the file on a phone of their own. */
export type PhoneRow = {
  personId: string;
  name: string;
  note: string;
  hasPhone: boolean;
  mayBeInvited: boolean;
};

export const phoneRow = ({ personId, name, relation, isMe, hasPhone, mayBeInvited }: Person): PhoneRow => ({
  personId,
  name: isMe ? `${name}（我）` : name,
  note: `${RELATIONS[relation]} · ${hasPhone ? '用自己的手机看档案' : '还没有用自己的手机'}`,
  hasPhone,
  mayBeInvited,
});

/** A claim as whoever decides on it reads it. */
export type ClaimRow = {
  claimId: string;
  /** 王芳（配偶） */
  title: string;
  /** 柳溪村三组 王大成家 */
  place: string;
  /** 用 139****6021 认领，昨天 17:08 */
  note: string;
  rostered: boolean;
};

export const claimRow = (claim: ClaimView, now: number): ClaimRow => ({
  claimId: claim.claimId,
  title: `${claim.personName}（${RELATIONS[claim.relation]}）`,
  place: `${shortPlace(claim.place)} ${claim.headName}家`,
  note: `用手机 ${claim.phoneMask} 认领，${momentText(claim.sentAt, now)}`,
  rostered: claim.rostered,
});
