import * as cloud from 'wx-server-sdk';
import type { Context } from '../../../../../cloudfunctions/kernel/context';
import { scoped } from '../../../../../cloudfunctions/kernel/documents';
import { AppError } from '../../../../../cloudfunctions/kernel/errors';
import { serve } from '../../../../../cloudfunctions/kernel/serve';
import { probeContract } from './contract';

type Note = { _id: string; title: string; householdId: string; gridPath: string[] };
const notesOf = (context: Context) => scoped<Note>(context, 'notes', 'householdId');

export const main = serve(
  'probe',
  probeContract,
  {
    echo: async ({ text }) => ({ text, password: 'not in the contract' }),
    fault: async ({ text }) => {
      throw new Error(`no such person: "${text}" 王芳 13912346021`);
    },
    refusal: async (_, { about }) => {
      about({ householdId: 'h9', gridPath: ['town', 'liuxi'] });
      throw new AppError('CONFLICT', '别人刚刚改过，请刷新再试', { version: '已经变了' });
    },
    brokenOutput: async () => ({ count: '王芳' as unknown as number }),
    personal: async ({ reason }, { about, scope }) => {
      about({ householdId: 'h1', personId: 'p1' });
      about({ gridPath: ['town', 'liuxi'], reason });
      return { scope: JSON.stringify(scope) };
    },
    mine: async (_, context) => ({
      titles: (await notesOf(context).find({})).map(({ title }) => title),
    }),
    fewTimes: async () => ({}),
    fewTimesHere: async () => ({}),
    notes: async (condition, context) => ({
      notes: await notesOf(context).find(condition, {
        orderBy: [['title', 'asc']],
      }),
      count: await notesOf(context).count(condition),
    }),
    addNote: async ({ id, title, gridPath }, context) => ({
      added: await notesOf(context).insert({ _id: id, title, gridPath, householdId: 'h1' }),
    }),
    renameNote: async ({ id, title }, context) => ({
      changed: await notesOf(context).update({ _id: id }, { title }),
      found: (await notesOf(context).get(id)) !== null,
    }),
    removeNote: async ({ id }, context) => ({ removed: await notesOf(context).remove({ _id: id }) }),
    strangerNotes: async (_, context) => ({
      count: await notesOf(context).count({}),
      found: (await notesOf(context).find({})).length,
      changed: await notesOf(context).update({}, { title: 'taken over' }),
    }),
    tick: async (_, context) => ({
      notes: await notesOf(context).count({}),
      caller: context.caller.openid,
    }),
    operate: async ({ text }) => ({ text }),
  },
  cloud,
);
