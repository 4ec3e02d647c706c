import { divisionName } from '../divisions/names';
import type { RulebookView } from '../contracts/rules-text';
import type { AreaListView, RiskAreaView } from '../contracts/risk-area';
import type { SweepView, VersionRow } from '../contracts/rulebook';
import type { AreaListDocument } from './area-list.document';
import { rowWords } from './row-words';
import type { RiskAreaDocument, Rulebook, RulebookDocument } from './rulebook.document';
import type { SweepDocument } from './sweep.document';

export const rulebookView = (rulebook: Rulebook): RulebookView => ({
  version: rulebook.version,
  title: rulebook.title,
  source: rulebook.source,
  validFrom: rulebook.validFrom,
  profile: rulebook.profile,
  classification: rulebook.classification.map((row) => ({
    ...row,
    sentence: rowWords(row, rulebook.profile.lookBackDays),
  })),
  schedule: rulebook.schedule,
});

export const versionRow = (document: RulebookDocument, openid: string): VersionRow => ({
  version: document.version,
  title: document.title,
  source: document.source,
  validFrom: document.validFrom,
  disease: document.profile.name,
  status: document.status,
  proposedByName: document.proposedByName,
  proposedAt: document.proposedAt,
  isMine: document.proposedBy === openid,
  decidedByName: document.decidedByName,
  decidedAt: document.decidedAt,
  reason: document.reason,
});

export const areaView = (area: RiskAreaDocument): RiskAreaView => ({
  areaId: area._id,
  code: area.code,
  name: placeName(area.code),
  level: area.level,
  validFrom: area.validFrom,
  validTo: area.validTo,
  source: area.source,
  status: area.status,
});

export const areaListView = (list: AreaListDocument, openid: string): AreaListView => ({
  listId: list._id,
  kind: list.kind,
  title: list.title,
  areas: list.areas,
  source: list.source,
  status: list.status,
  proposedByName: list.proposedByName,
  proposedAt: list.proposedAt,
  isMine: list.proposedBy === openid,
  decidedByName: list.decidedByName,
  decidedAt: list.decidedAt,
  reason: list.reason,
});

export const sweepView = (sweep: SweepDocument): SweepView => ({
  sweepId: sweep._id,
  title: sweep.title,
  status: sweep.status,
  looked: sweep.looked,
  redecided: sweep.redecided,
  found: sweep.found,
  startedAt: sweep.startedAt,
  finishedAt: sweep.finishedAt,
});

/** 四川省成都市武侯区; the code, for a place that is no more. */
export const placeName = (code: string): string => (divisionName(code) ?? code).replaceAll(' ', '');
