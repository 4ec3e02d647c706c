import type { HouseholdDocument } from '../registration/household.document';
import type { NoticeDocument } from '../publishing/notice.document';
import { type Receipt, type SheetDocument, sheetIdOf, type Steps } from './sheet.document';

const NOTHING: Steps = { delivered: null, opened: null, read: null, confirmed: null };

/** A household's receipt before anything happened. */
export const emptyReceipt = (
  { headName, people }: Pick<HouseholdDocument, 'headName' | 'people'>,
  hasPhone: boolean,
): Receipt => ({
  ...NOTHING,
  headName,
  care: [...new Set(people.flatMap(({ careCategories }) => careCategories))],
  hasPhone,
  told: null,
  people: {},
});

/** A lowest grid's sheet with the receipts of its households. */
export function newSheet(
  { _id: noticeId, wanted }: Pick<NoticeDocument, '_id' | 'wanted'>,
  { gridId, gridPath, pathNames }: Pick<SheetDocument, 'gridId' | 'gridPath' | 'pathNames'>,
  receipts: Record<string, Receipt>,
): SheetDocument {
  const householdIds = Object.keys(receipts);
  return {
    _id: sheetIdOf(noticeId, gridId),
    noticeId,
    wanted,
    gridId,
    gridPath,
    pathNames,
    householdIds,
    receipts,
    households: householdIds.length,
    counts: { delivered: 0, opened: 0, read: 0, confirmed: 0, phone: 0, door: 0, known: 0, newcomers: 0 },
  };
}
