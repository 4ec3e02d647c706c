import { office, phones, verifiers, type RowsOf } from './rows';

export const township: RowsOf<'township'> = {
  grids: phones('ok'),
  team: phones('ok'),
  teamCode: verifiers('ok'),
  // The code is right, but the town is open: nobody takes it over.
  openOffice: phones('CONFLICT'),
  // WeChat does not know the code.
  signIn: phones('INVALID_INPUT'),
  addGrid: office('ok'),
  changeGrid: office('ok'),
  retireGrid: office('ok'),
  moveGrid: office('ok'),
  gridDetails: office('ok'),
  giveRole: office('ok'),
  takeRole: office('ok'),
};
