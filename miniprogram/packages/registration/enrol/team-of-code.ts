import { CloudError } from '../../../services/cloud';
import { ask, tell } from '../../../services/tell';
import { myHousehold } from '../../../services/registration';
import { readTeam } from '../../../services/township';
import { shortPlace } from '../../../shared/places';
import type { HouseholdDraft } from '../household-draft';

/** Which team the page was opened for: by its 登记码 (WeChat gives the scene encoded), or by a link. Empty for none. */
export const askedTeam = ({ scene, gridId }: { scene?: string; gridId?: string }): string =>
  scene === undefined ? (gridId ?? '') : decodeURIComponent(scene);

/** Whoever is on file already and scans the code again wants to see that they are, not to fill in everything once more. */
export async function hasFile(): Promise<boolean> {
  try {
    await myHousehold();
    return true;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return false;
  }
}

/**
 * Where the code sends this household; undefined when the draft stays as it is. A place that was chosen before is changed only
 * when the person says so.
 */
export async function teamOfCode(
  asked: string,
  draft: Pick<HouseholdDraft, 'gridId' | 'place'>,
): Promise<{ gridId: string; place: string } | undefined> {
  if (asked === '' || asked === draft.gridId) return undefined;
  let place: string;
  try {
    place = shortPlace((await readTeam(asked)).pathNames.join(' '));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await sayUseless(error);
    return undefined;
  }
  if (draft.gridId !== '' && !(await prefers(place, draft.place))) return undefined;
  return { gridId: asked, place };
}

async function sayUseless({ code, message }: CloudError): Promise<void> {
  const why = code === 'NETWORK' ? '网络不好，没认出是哪个组' : message;
  await tell('这个登记码没用上', `${why}。请自己选住在哪里，或问网格员。`);
}

async function prefers(place: string, before: string): Promise<boolean> {
  return ask({
    title: `改成${place}吗？`,
    content: `没交的登记里，住的是${before}。刚扫的是${place}的登记码。`,
    yes: '改',
    no: '不改',
  });
}
