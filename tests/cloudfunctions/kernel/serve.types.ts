/**
 * What must not compile: `npm run types` fails when one of these errors goes away. Nothing here runs.
 */
import * as cloud from 'wx-server-sdk';
import * as z from 'zod';
import type { Contract } from '../../../cloudfunctions/contracts/contract';
import { serve } from '../../../cloudfunctions/kernel/serve';
import type { InputOf } from '../../../cloudfunctions/contracts';
import type { Phone } from '../../support/township';

const open = {
  look: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ id: z.string() }),
    output: z.object({ name: z.string() }),
  },
  touch: { access: { by: 'household' }, audit: 'personal', input: z.object({}), output: z.object({}) },
} satisfies Contract;
const look = async ({ id }: { id: string }) => ({ name: id });
const touch = async () => ({});

export const main = serve('probe', open, { look, touch }, cloud);

// @ts-expect-error -- a use case for `touch` is missing
serve('probe', open, { look }, cloud);
// @ts-expect-error -- the contract knows no `erase`
serve('probe', open, { look, touch, erase: touch }, cloud);
// @ts-expect-error -- the use case wants a number where the contract promises a text
serve('probe', open, { look: async ({ id }: { id: number }) => ({ name: String(id) }), touch }, cloud);
// @ts-expect-error -- the use case answers without the name that the contract promises
serve('probe', open, { look: async () => ({}), touch }, cloud);

const undeclared = { look: { audit: 'none', input: z.object({}), output: z.object({}) } } as const;
// @ts-expect-error -- an action that does not say who may call it
serve('probe', undeclared, { look: touch }, cloud);
const unaudited = { look: { access: { by: 'anyone' }, input: z.object({}), output: z.object({}) } } as const;
// @ts-expect-error -- an action that does not say whether it touches somebody's data
serve('probe', unaudited, { look: touch }, cloud);
const roleless = {
  look: { access: { by: 'staff', roles: [] }, audit: 'none', input: z.object({}), output: z.object({}) },
} as const;
// @ts-expect-error -- staff without a role would be nobody
serve('probe', roleless, { look: touch }, cloud);

export const wrongCalls = (phone: Phone) => [
  // @ts-expect-error -- no such action
  phone.call('registration', 'erase', {}),
  // @ts-expect-error -- the household's id is missing
  phone.call('registration', 'household', {}),
];

// @ts-expect-error -- contracts name their inputs; a page can't send another shape
export const wrongInput: InputOf<(typeof open)['look']> = { id: 5 };
