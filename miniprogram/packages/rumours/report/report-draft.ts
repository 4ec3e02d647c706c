import type { Heard } from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import type { RumourReport } from '../../../services/rumours';
import { type Errors, wrongOnes } from '../../../shared/form-errors';
import { oneLine, wrongWords } from '../../../shared/words';

export const TEXT_MAX = 300;
export const GROUP_MAX = 30;
const TEXT_MIN = 4;
/** Of the groups offered: none of them. */
export const OTHER_GROUP = 'other';

/** A report as it is being written; empty for what was not answered. */
export type ReportDraft = Draft & {
  requestId: string;
  text: string;
  picture: string;
  heard: Heard | '';
  /** One of the groups offered, or `OTHER_GROUP`. */
  groupId: string;
  group: string;
};

export const blankReport: ReportDraft = {
  savedAt: 0,
  requestId: '',
  text: '',
  picture: '',
  heard: '',
  groupId: '',
  group: '',
};

export const isReportDraft = (value: object): value is ReportDraft =>
  'heard' in value && 'groupId' in value && 'requestId' in value;

/** What is wrong, by the contract's names. */
export const wrongReport = ({ text, picture, group }: ReportDraft): Errors =>
  wrongOnes({
    text:
      picture !== '' && oneLine(text) === ''
        ? ''
        : oneLine(text).length < TEXT_MIN
          ? '请写下听到的话，至少 4 个字；或者放一张截图'
          : wrongWords(text, '听到的话', { max: TEXT_MAX }),
    group: wrongWords(group, '群名', { min: 0, max: GROUP_MAX }),
  });

type Group = { groupId: string; name: string };

export function reportForm(draft: ReportDraft, groups: readonly Group[]): RumourReport {
  const { requestId, text, picture, heard, groupId, group } = draft;
  const known = groups.find((one) => one.groupId === groupId);
  return {
    requestId,
    text: oneLine(text),
    picture: picture === '' ? null : picture,
    heard: heard === '' ? null : heard,
    groupId: known?.groupId ?? null,
    group: known?.name ?? oneLine(group),
  };
}
