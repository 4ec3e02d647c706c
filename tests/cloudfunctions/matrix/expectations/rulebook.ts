import { machines, readers, townOffice, watchers, watchersThere, type RowsOf } from './rows';

export const rulebook: RowsOf<'rulebook'> = {
  current: { ...readers('ok'), timer: 'ok' },
  history: { ...readers('ok'), timer: 'ok' },
  version: { ...readers('ok'), timer: 'ok' },
  propose: townOffice('ok'),
  preview: townOffice('ok'),
  decide: townOffice('ok'),
  areas: { ...readers('ok'), timer: 'ok' },
  areaLists: { ...readers('ok'), timer: 'ok' },
  areaList: { ...readers('ok'), timer: 'ok' },
  proposeAreas: townOffice('ok'),
  proposeEnds: townOffice('ok'),
  areaTemplate: { ...townOffice('ok'), 'townOfficer here': 'ok', 'townOfficer there': 'ok' },
  // The file of the sample was never uploaded.
  importAreas: townOffice('INVALID_INPUT'),
  previewAreas: townOffice('ok'),
  decideAreas: townOffice('ok'),
  sweeps: townOffice('ok'),
  foundAgain: { ...watchers('ok'), ...watchersThere('ok') },
  settleFound: watchers('ok'),
  setDivision: townOffice('ok'),
  tick: machines({ timer: 'ok' }),
};
