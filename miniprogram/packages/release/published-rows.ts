import type { PublicationHead, PublicationView } from '../../../cloudfunctions/contracts/index';
import { dateText, timeText } from '../../shared/dates';
import { MEASURES, ROLES } from '../../shared/labels';
import { shortPlace } from '../../shared/places';
import { span } from './words';

type Row = PublicationView['rows'][number];

/** A published list by team, as neighbours read it. */
export type Team = { name: string; people: { key: string; name: string; note: string }[] };

export function teamsOf(rows: readonly Row[]): Team[] {
  const names = [...new Set(rows.map(({ team }) => team))];
  return names.map((name) => ({
    name,
    people: rows
      .filter(({ team }) => team === name)
      .map(({ nameMask, measure, from, to }, at) => ({
        key: `${name}${at}`,
        name: nameMask,
        note: `${MEASURES[measure]}，${span(from, to)}`,
      })),
  }));
}

/** Who published what when. */
export type PublicationCard = {
  publicationId: string;
  title: string;
  note: string;
  withdrawn: string;
};

export const publicationCard = (head: PublicationHead): PublicationCard => ({
  publicationId: head.publicationId,
  title: `${shortPlace(head.place)}，${head.people} 人`,
  note: `${whenText(head.publishedAt)} ${head.publishedByName}（${ROLES[head.role]}）公示`,
  withdrawn:
    head.withdrawn === null
      ? ''
      : `${whenText(head.withdrawn.at)} ${head.withdrawn.byName}撤下：${head.withdrawn.reason}`,
});

const whenText = (moment: string): string => `${dateText(moment.slice(0, 10))} ${timeText(moment)}`;
