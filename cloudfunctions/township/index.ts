import * as cloud from 'wx-server-sdk';
import { townshipContract } from '../contracts/township';
import { serve } from '../kernel/serve';
import { addGrid } from './add-grid';
import { changeGrid } from './change-grid';
import { giveRole } from './give-role';
import { listGrids } from './list-grids';
import { makeTeamCode } from './make-team-code';
import { moveGrid } from './move-grid';
import { openOfficeWith } from './open-office';
import { retireGrid } from './retire-grid';
import { showGridDetails } from './show-grid-details';
import { showTeam } from './show-team';
import { signIn } from './sign-in';
import { takeRole } from './take-role';

export const main = serve(
  'township',
  townshipContract,
  {
    grids: listGrids,
    team: showTeam,
    teamCode: makeTeamCode,
    openOffice: openOfficeWith(process.env.CUNAN_FIRST_OFFICER_CODE ?? ''),
    signIn,
    addGrid,
    changeGrid,
    retireGrid,
    moveGrid,
    gridDetails: showGridDetails,
    giveRole,
    takeRole,
  },
  cloud,
);
