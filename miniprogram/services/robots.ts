import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Channels = Contracts['channels'];
export type ReminderSettings = InputOf<Channels['changeReminderSettings']>;

/** Robots of work groups in my grids, those in trouble first. */
export const listRobots = async () => (await call('channels', 'robots', {}, 'safe')).robots;
/** One of them, with what it posted last. */
export const readRobot = (robotId: string) => call('channels', 'robot', { robotId }, 'safe');

export const addRobot = (form: InputOf<Channels['addRobot']>) => call('channels', 'addRobot', form, 'safe');
export const changeRobot = (form: InputOf<Channels['changeRobot']>) =>
  call('channels', 'changeRobot', form, 'safe');
export const pauseRobot = (act: InputOf<Channels['pauseRobot']>) =>
  call('channels', 'pauseRobot', act, 'safe');
export const removeRobot = (act: InputOf<Channels['removeRobot']>) =>
  call('channels', 'removeRobot', act, 'safe');

/** A line into the group at once, once a request. */
export const testRobot = (act: InputOf<Channels['testRobot']>) => call('channels', 'testRobot', act, 'safe');
/** What was given up is tried once more. */
export const retryPost = (act: InputOf<Channels['retryPost']>) => call('channels', 'retryPost', act, 'safe');

/** When households that don't know a notice are reminded: the whole town's. */
export const readReminderSettings = () => call('channels', 'reminderSettings', {}, 'safe');
export const changeReminderSettings = (settings: ReminderSettings) =>
  call('channels', 'changeReminderSettings', settings, 'safe');
