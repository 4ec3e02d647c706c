import { maskName } from '../../miniprogram/shared/masks';
import { toTimestamp } from '../kernel/clock';
import type { PreviewPart } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import type { DeclarationDocument } from '../returns/declaration.document';
import { timeBudget } from '../kernel/time-budget';
import { type Impact, impactOn } from './impact';
import { outcomeView } from './outcome-view';
import { type Proposed, readTownRules, rulesFor } from './rules-for';
import type { Target } from './sweep.document';
import { readWalkPage } from './walk.repository';

const AT_A_TIME = 50;
/** An answer that a phone shows as it comes. */
const ROWS_A_PART = 100;
const BUDGET_MS = 3_000;

/** Whom a proposal would decide otherwise: one part, as far as the time of a call goes. Writes nothing. */
export async function previewPart(
  context: Context,
  townId: string,
  { target, proposed, after }: { target: Target; proposed: Proposed; after: string | undefined },
): Promise<PreviewPart> {
  const isTimeLeft = timeBudget(BUDGET_MS);
  const town = await readTownRules(context, townId);
  const part: PreviewPart = { looked: 0, moves: [], rows: [], next: after ?? null };
  do {
    const { declarations, next } = await readWalkPage(context, townId, target, {
      cursor: part.next,
      limit: AT_A_TIME,
    });
    const rules = await rulesFor(context, townId, town, declarations, proposed);
    for (const declaration of declarations) {
      const impact = impactOn(declaration, rules, toTimestamp(context.now));
      if (impact !== null) add(part, declaration, impact);
    }
    part.looked += declarations.length;
    part.next = next;
  } while (part.next !== null && part.rows.length < ROWS_A_PART && isTimeLeft());
  return part;
}

function add(part: PreviewPart, declaration: DeclarationDocument, { kind, decision }: Impact): void {
  const [from, to] = [outcomeView(declaration.decision), outcomeView(decision)];
  const same = part.moves.find((move) => move.from.words === from.words && move.to.words === to.words);
  if (same) same.people += 1;
  else part.moves.push({ from, to, people: 1 });
  part.rows.push({
    declarationId: declaration._id,
    nameMask: maskName(declaration.name),
    place: placeOf(declaration.pathNames),
    arrivesAt: declaration.arrivesAt,
    from,
    to,
    isHere: kind === 'review',
  });
}
