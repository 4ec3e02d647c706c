import * as cloud from 'wx-server-sdk';
import { rulebookContract } from '../contracts/rulebook';
import { serve } from '../kernel/serve';
import { decideAreas } from './decide-areas';
import { decideRulebook } from './decide-rulebook';
import { importAreas } from './import-areas';
import { listAreaLists } from './list-area-lists';
import { listAreas } from './list-areas';
import { listFound } from './list-found';
import { listSweeps } from './list-sweeps';
import { listVersions } from './list-versions';
import { makeAreaTemplate } from './make-area-template';
import { previewAreas } from './preview-areas';
import { previewRulebook } from './preview-rulebook';
import { proposeAreas } from './propose-areas';
import { proposeEnds } from './propose-ends';
import { proposeRulebook } from './propose-rulebook';
import { setDivision } from './set-division';
import { settleFound } from './settle-found';
import { showAreaList } from './show-area-list';
import { showCurrent } from './show-current';
import { showVersion } from './show-version';
import { tick } from './tick';

export const main = serve(
  'rulebook',
  rulebookContract,
  {
    current: showCurrent,
    history: listVersions,
    version: showVersion,
    propose: proposeRulebook,
    preview: previewRulebook,
    decide: decideRulebook,
    areas: listAreas,
    areaLists: listAreaLists,
    areaList: showAreaList,
    proposeAreas,
    proposeEnds,
    areaTemplate: makeAreaTemplate,
    importAreas,
    previewAreas,
    decideAreas,
    sweeps: listSweeps,
    foundAgain: listFound,
    settleFound,
    setDivision,
    tick,
  },
  cloud,
);
