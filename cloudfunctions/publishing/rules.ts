import type { StaffRole } from '../contracts';
import type { Audience, NoticeContent, NoticeKind } from '../contracts/notice';
import { unfitIn } from '../../miniprogram/shared/notice-check';
import { AppError } from '../kernel/errors';
import type { HouseholdDocument } from '../registration/household.document';

export const WRITING_ROLES: readonly StaffRole[] = ['gridLeader', 'townOfficer'];

/** In a path of town, village, team: where a village stands. */
const VILLAGE = 1;
const DELICATE: readonly NoticeKind[] = ['urgent', 'refutation'];

/** Within one's own village at once; above it, or where haste does harm, a second person reads it first. */
export const needsSecond = (kind: NoticeKind, commonPath: readonly string[]): boolean =>
  DELICATE.includes(kind) || commonPath.length <= VILLAGE;

/** The part that all of some paths share, town first; empty for paths of different towns. */
export function commonPathOf(paths: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = paths;
  const end = first.findIndex((gridId, place) => others.some((path) => path[place] !== gridId));
  return end === -1 ? [...first] : first.slice(0, end);
}

/** Every text of a notice with its place, as the contract's paths name it. */
export function textsOf({ title, facts, body, attachments, source }: NoticeContent): [string, string][] {
  return [
    ['title', title],
    ...facts.map(({ text }, n): [string, string] => [`facts.${n}.text`, text]),
    ...body.flatMap((block, n) =>
      textsOfBlock(block).map(([path, text]): [string, string] => [`body.${n}.${path}`, text]),
    ),
    ...attachments.map(({ name }, n): [string, string] => [`attachments.${n}.name`, name]),
    ['source.organisation', source.organisation],
    ['source.documentNumber', source.documentNumber],
  ];
}

/** Every file of a notice with its place. */
export const filesOf = ({ body, attachments, source }: NoticeContent): [string, string][] => [
  ...body.flatMap((block, n): [string, string][] =>
    block.type === 'picture' ? [[`body.${n}.fileId`, block.fileId]] : [],
  ),
  ...attachments.map(({ fileId }, n): [string, string] => [`attachments.${n}.fileId`, fileId]),
  ...(source.scan === null ? [] : [['source.scan', source.scan] satisfies [string, string]]),
];

function textsOfBlock(block: NoticeContent['body'][number]): [string, string][] {
  switch (block.type) {
    case 'heading':
      return [['text', block.text]];
    case 'paragraph':
      // A number may be half bold: the runs are read as one text.
      return [['runs', block.runs.map(({ text }) => text).join('')]];
    case 'list':
      return block.items.map((item, n) => [`items.${n}`, item]);
    case 'table':
      return [
        ...block.header.map((cell, n): [string, string] => [`header.${n}`, cell]),
        ...block.rows.flatMap((row, r) => row.map((cell, c): [string, string] => [`rows.${r}.${c}`, cell])),
      ];
    case 'picture':
      return [['caption', block.caption]];
  }
}

/** Refuses what must not be read by everybody, each beside its place in the form (`content.…`). */
export function requireClean(content: NoticeContent): void {
  const fields: Record<string, string> = {};
  for (const [path, text] of textsOf(content)) {
    const unfit = unfitIn(text);
    if (unfit !== '') fields[`content.${path}`] = unfit;
  }
  const count = Object.keys(fields).length;
  if (count > 0) throw new AppError('INVALID_INPUT', `有 ${count} 处不能这样发，请改一改`, fields);
}

type Household = Pick<HouseholdDocument, '_id' | 'people'>;

/** Whether a household has one of an audience's tags. `watched`: the households with somebody under a measure that is among the tags. */
export const hasTag = (
  { _id, people }: Household,
  tags: Audience['tags'],
  watched: ReadonlySet<string>,
): boolean =>
  tags.length === 0 ||
  watched.has(_id) ||
  people.some(({ careCategories }) => careCategories.some((category) => tags.includes(category)));
