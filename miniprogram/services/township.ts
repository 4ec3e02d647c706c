import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Township = Contracts['township'];
export type OfficeForm = InputOf<Township['openOffice']>;
export type NewGrid = InputOf<Township['addGrid']>;
export type GridChange = InputOf<Township['changeGrid']>;
export type NewPost = InputOf<Township['giveRole']>;

/** Grids directly below one, or the towns. */
export const listGrids = async (parentId?: string) =>
  (await call('township', 'grids', parentId === undefined ? {} : { parentId }, 'safe')).grids;

/** The team of a 登记码, if households may register there. */
export const readTeam = (gridId: string) => call('township', 'team', { gridId }, 'safe');
export const makeTeamCode = (gridId: string) => call('township', 'teamCode', { gridId }, 'safe');

/** The first officer of an empty install. The code works once, so the phone does not repeat it by itself. */
export const openOffice = (form: OfficeForm) => call('township', 'openOffice', form, 'never');

/** Accepts the posts that wait for this phone number. WeChat's code is good for one exchange only. */
export const signIn = async (phoneCode: string) =>
  (await call('township', 'signIn', { phoneCode }, 'never')).accepted;

export const readGrid = (gridId?: string) =>
  call('township', 'gridDetails', gridId === undefined ? {} : { gridId }, 'safe');

export const addGrid = (grid: NewGrid) => call('township', 'addGrid', grid, 'safe');
/** Takes a grid out of use, or opens it again; what is on file there stays. */
export const retireGrid = (gridId: string, retired: boolean) =>
  call('township', 'retireGrid', { gridId, retired }, 'safe');
/** A few seconds of a move under another grid; call again until it is done. */
export const moveGrid = (move: InputOf<Township['moveGrid']>) => call('township', 'moveGrid', move, 'safe');
export const changeGrid = (change: GridChange) => call('township', 'changeGrid', change, 'safe');

/** One person holds a role in a grid once, so a repeat changes nothing. */
export const giveRole = (post: NewPost) => call('township', 'giveRole', post, 'safe');
export const takeRole = (postId: string) => call('township', 'takeRole', { postId }, 'safe');
