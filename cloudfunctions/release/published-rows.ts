import { createHash } from 'node:crypto';
import { maskName } from '../../miniprogram/shared/masks';
import type { PublicationHead, PublicationView } from '../contracts/publications';
import type { ObservationDocument } from '../observation/observation.document';
import type { PublicationDocument, PublishedRow } from './publication.document';

/** What the law lets neighbours know of people under observation, by team and day. */
export const publishedRows = (observations: readonly ObservationDocument[]): PublishedRow[] =>
  observations
    .map(({ name, pathNames, measure, firstDate, lastDate }) => ({
      nameMask: maskName(name),
      // Below the team there are units of a few doors: too near.
      team: pathNames[2] ?? '',
      measure,
      from: firstDate,
      to: lastDate,
    }))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b), 'zh'));

const orderOf = ({ team, from, to, measure, nameMask }: PublishedRow): string =>
  [team, from, to, measure, nameMask].join(' ');

/** Says which list somebody saw, so that no other is published than that. */
export const digestOf = (rows: readonly PublishedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows.map(({ nameMask, team, measure, from, to }) => [nameMask, team, measure, from, to]),
      ),
    )
    .digest('base64url');

export const publicationHead = ({
  _id,
  pathNames,
  rows,
  publishedAt,
  publishedByName,
  role,
  withdrawn,
}: PublicationDocument): PublicationHead => ({
  publicationId: _id,
  place: pathNames.join(' '),
  people: rows.length,
  publishedAt,
  publishedByName,
  role,
  withdrawn: withdrawn && { at: withdrawn.at, byName: withdrawn.byName, reason: withdrawn.reason },
});

export const publicationView = (publication: PublicationDocument): PublicationView => ({
  ...publicationHead(publication),
  rows: publication.rows,
});
