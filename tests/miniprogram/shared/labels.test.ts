import type * as z from 'zod';
import { GridLevel, StaffRole } from '../../../cloudfunctions/contracts/grid';
import { AudienceTag, Fact, NoticeKind, NoticeStatus } from '../../../cloudfunctions/contracts/notice';
import {
  CareCategory,
  PersonView,
  Relation,
  Sex,
  Whereabouts,
} from '../../../cloudfunctions/contracts/person';
import { HouseholdStatus, HouseholdView } from '../../../cloudfunctions/contracts/registration';
import * as labels from '../../../miniprogram/shared/labels';

/** Fails to compile when a label record lacks a word of the wire, or has one too many. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const sameTypes: [
  Same<labels.RelationName, z.infer<typeof Relation>>,
  Same<labels.CareCategoryName, z.infer<typeof CareCategory>>,
  Same<labels.WhereaboutsName, z.infer<typeof Whereabouts>>,
  Same<labels.SexName, z.infer<typeof Sex>>,
  Same<labels.StatusName, z.infer<typeof HouseholdStatus>>,
  Same<labels.RoleName, z.infer<typeof StaffRole>>,
  Same<labels.LevelName, z.infer<typeof GridLevel>>,
  Same<labels.PapersName, z.infer<typeof PersonView>['papersType']>,
  Same<labels.TenureName, z.infer<typeof HouseholdView>['tenure']>,
  Same<labels.NoticeKindName, NoticeKind>,
  Same<labels.NoticeStatusName, NoticeStatus>,
  Same<labels.NoticeFactName, z.infer<typeof Fact>['label']>,
  Same<labels.AudienceTagName, z.infer<typeof AudienceTag>>,
] = [true, true, true, true, true, true, true, true, true, true, true, true, true];

it.each([
  ['relation', labels.RELATIONS, Relation.options],
  ['care category', labels.CARE_CATEGORIES, CareCategory.options],
  ['whereabouts', labels.WHEREABOUTS, Whereabouts.options],
  ['sex', labels.SEXES, Sex.options],
  ['status', labels.STATUSES, HouseholdStatus.options],
  ['role', labels.ROLES, StaffRole.options],
  ['level', labels.LEVELS, GridLevel.options],
  ['papers', labels.PAPERS, PersonView.shape.papersType.options],
  ['tenure', labels.TENURES, HouseholdView.shape.tenure.options],
  ['kind of notice', labels.NOTICE_KINDS, NoticeKind.options],
  ['status of a notice', labels.NOTICE_STATUSES, NoticeStatus.options],
  ['fact of a notice', labels.NOTICE_FACTS, Fact.shape.label.options],
  ['tag of an audience', labels.AUDIENCE_TAGS, AudienceTag.options],
])('every %s of the wire has a name on the screen', (_, names, values) => {
  expect(sameTypes).not.toContain(false);
  expect(Object.keys(names).sort()).toEqual([...values].sort());
  expect(new Set(Object.values(names)).size).toBe(values.length);
});

it('gives labels as the rows of a choice, in their order', () =>
  expect(labels.options(labels.SEXES)).toEqual([
    { value: 'female', text: '女' },
    { value: 'male', text: '男' },
  ]));
