import { draftKeeping } from '../../../behaviors/draft-keeping';
import { blankDeclaration, isDeclarationDraft } from './declaration-draft';

/** Gives a page a declaration's draft. */
export const declarationKeeping = draftKeeping(blankDeclaration(''), isDeclarationDraft);
