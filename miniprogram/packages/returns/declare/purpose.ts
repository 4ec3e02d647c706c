import type { MyDeclaration } from '../../../../cloudfunctions/contracts/index';
import {
  amendDeclaration,
  changePlan,
  declareReturn,
  declareReturnFor,
  myDeclarations,
} from '../../../services/returns';
import { makeRequestId } from '../../../services/request-id';
import { blankDeclaration, draftOfDeclaration, type DeclarationDraft } from './declaration-draft';
import { amendDraft, DECLARE_DRAFT, DECLARE_FOR_DRAFT, planDraft, readDeclarationDraft } from './draft-store';
import { amendForm, declareForForm, declareForm, planForm } from './forms';
import { keepDeclared } from './declared';
import type { Purpose } from './steps';

export type Query = { proxy?: string; plan?: string; declarationId?: string; householdId?: string };

export function purposeOf({ proxy, plan, declarationId }: Query): Purpose {
  if (declarationId !== undefined) return plan === '1' ? 'plan' : 'amend';
  return proxy === '1' ? 'proxy' : 'declare';
}

export const TITLES: Readonly<Record<Purpose, string>> = {
  declare: '返乡申报',
  proxy: '代人申报',
  amend: '修改申报',
  plan: '我改行程了',
};

export const SEND_WORDS: Readonly<Record<Purpose, string>> = {
  declare: '提交申报',
  proxy: '提交申报',
  amend: '交修改',
  plan: '交新行程',
};

export function draftNameOf(purpose: Purpose, { declarationId = '' }: Query): string {
  if (purpose === 'amend') return amendDraft(declarationId);
  if (purpose === 'plan') return planDraft(declarationId);
  return purpose === 'proxy' ? DECLARE_FOR_DRAFT : DECLARE_DRAFT;
}

/** The draft that the form goes on with; of a change the one that fits what the cloud has now. Undefined: there is nothing to change any more. */
export async function openDraft(purpose: Purpose, query: Query): Promise<DeclarationDraft | undefined> {
  const kept = readDeclarationDraft(draftNameOf(purpose, query));
  if (purpose === 'declare') return kept ?? blankDeclaration(await makeRequestId());
  if (purpose === 'proxy') return openProxyDraft(kept, query.householdId ?? '');
  const { declarations } = await myDeclarations();
  const declared = declarations.find(
    ({ declarationId, status }) => declarationId === query.declarationId && status === 'declared',
  );
  if (declared === undefined) return undefined;
  return kept?.version === declared.version ? kept : draftOfDeclaration(declared, await makeRequestId());
}

/** A form that was begun for another household isn't this one's. */
async function openProxyDraft(
  kept: DeclarationDraft | undefined,
  householdId: string,
): Promise<DeclarationDraft> {
  if (kept && (householdId === '' || kept.householdId === householdId)) return kept;
  return { ...blankDeclaration(await makeRequestId()), householdId };
}

/** Sends it and answers the page that shows what became of it. */
export async function submit(
  purpose: Purpose,
  draft: DeclarationDraft,
  hasHousehold: boolean,
): Promise<string> {
  if (purpose === 'amend') return resultPage([await amendDeclaration(amendForm(draft))]);
  if (purpose === 'plan') return resultPage((await changePlan(planForm(draft))).declarations);
  if (purpose === 'proxy')
    return `${resultPage((await declareReturnFor(declareForForm(draft))).declarations)}&proxy=1`;
  return `${resultPage((await declareReturn(declareForm(draft, hasHousehold))).declarations)}&sent=1`;
}

function resultPage(declarations: readonly MyDeclaration[]): string {
  keepDeclared(declarations);
  return `../decision/index?arrivalId=${encodeURIComponent(declarations[0]?.arrivalId ?? '')}`;
}
