import { readDraft } from '../../../services/drafts';
import { isDeclarationDraft, type DeclarationDraft } from './declaration-draft';

/** One draft a purpose: my return, one for somebody without a phone, and one for each declaration that is being changed. */
export const DECLARE_DRAFT = 'declare';
export const DECLARE_FOR_DRAFT = 'declareFor';
export const amendDraft = (declarationId: string): string => `amend:${declarationId}`;
export const planDraft = (declarationId: string): string => `plan:${declarationId}`;

export const readDeclarationDraft = (name: string): DeclarationDraft | undefined =>
  readDraft(name, isDeclarationDraft);
