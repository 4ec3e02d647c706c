import * as z from 'zod';
import { ClaimView } from './claims';
import type { Contract } from './contract';
import { Consent } from './household';
import { Relation } from './person';
import { words } from './text';

const Moment = z.iso.datetime({ offset: true });

/** An invitation as it is typed from another screen: case, spaces and dashes don't matter. */
const InvitationCode = words('邀请码', { max: 20 })
  .transform((code) => code.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[A-Z0-9]{8}$/, '邀请码是 8 位字母和数字'));

/** Whose phones open a household's file. */
export const phoneActions = {
  /** Whose phones open my household's file, and whose ask to. */
  phones: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      /** Only the head invites and decides. */
      isHead: z.boolean(),
      people: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          relation: Relation,
          isMe: z.boolean(),
          hasPhone: z.boolean(),
          /** Old enough to open the file on a phone of their own. */
          mayBeInvited: z.boolean(),
        }),
      ),
      claims: z.array(ClaimView),
    }),
  },
  /** A one-time code with which a member of my household opens our file on their own phone; a new one replaces the last. */
  invite: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'instance' },
    input: z.object({ personId: z.string().min(1).max(64) }),
    output: z.object({ code: z.string(), name: z.string(), expiresAt: Moment }),
  },
  /** Opens the file of the household that invited me. Tries are counted over all instances: a code can't be guessed. */
  join: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: z.object({ code: InvitationCode, consent: Consent.pick({ version: true }) }),
    output: z.object({}),
  },
} satisfies Contract;
