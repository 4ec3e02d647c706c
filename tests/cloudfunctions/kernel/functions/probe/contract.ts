import * as z from 'zod';
import type { Contract } from '../../../../../cloudfunctions/contracts/contract';

const MEMBER = { by: 'staff', roles: ['gridMember'] } as const;
const nothing = z.object({});
const Note = z.object({ _id: z.string(), title: z.string() });

/** One action for each thing that `serve` does. */
export const probeContract = {
  echo: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ text: z.string('请填写文字') }),
    output: z.object({ text: z.string() }),
  },
  fault: {
    access: { by: 'anyone' },
    audit: 'personal',
    input: z.object({ text: z.string() }),
    output: nothing,
  },
  refusal: { access: { by: 'anyone' }, audit: 'personal', input: nothing, output: nothing },
  brokenOutput: {
    access: { by: 'anyone' },
    audit: 'none',
    input: nothing,
    output: z.object({ count: z.number() }),
  },
  personal: {
    access: MEMBER,
    audit: 'personal',
    input: z.object({ reason: z.string() }),
    output: z.object({ scope: z.string() }),
  },
  mine: {
    access: { by: 'household' },
    audit: 'personal',
    input: nothing,
    output: z.object({ titles: z.array(z.string()) }),
  },
  fewTimes: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 5, perSeconds: 3600, counted: 'database' },
    input: nothing,
    output: nothing,
  },
  fewTimesHere: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 3, perSeconds: 600, counted: 'instance' },
    input: nothing,
    output: nothing,
  },
  notes: {
    access: MEMBER,
    audit: 'none',
    input: z.object({ gridPath: z.string().optional(), title: z.string().optional() }),
    output: z.object({ notes: z.array(Note), count: z.number() }),
  },
  addNote: {
    access: MEMBER,
    audit: 'none',
    input: z.object({ id: z.string(), title: z.string(), gridPath: z.array(z.string()) }),
    output: z.object({ added: z.boolean() }),
  },
  renameNote: {
    access: MEMBER,
    audit: 'none',
    input: z.object({ id: z.string(), title: z.string() }),
    output: z.object({ changed: z.number(), found: z.boolean() }),
  },
  removeNote: {
    access: MEMBER,
    audit: 'none',
    input: z.object({ id: z.string() }),
    output: z.object({ removed: z.number() }),
  },
  strangerNotes: {
    access: { by: 'anyone' },
    audit: 'none',
    input: nothing,
    output: z.object({ count: z.number(), found: z.number(), changed: z.number() }),
  },
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: nothing,
    output: z.object({ notes: z.number(), caller: z.string() }),
  },
  operate: {
    access: { by: 'operator' },
    audit: 'none',
    input: z.object({ text: z.string() }),
    output: z.object({ text: z.string() }),
  },
} satisfies Contract;
