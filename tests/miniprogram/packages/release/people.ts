/** A village's list and who published it, as the cloud answers. */
export const head = {
  publicationId: 'p1',
  place: '青禾镇 柳溪村',
  people: 1,
  publishedAt: '2022-03-12T09:00:00+08:00',
  publishedByName: '李国强',
  role: 'gridLeader',
  withdrawn: null as { at: string; byName: string; reason: string } | null,
};
export const listed = {
  nameMask: '周*',
  team: '三组',
  measure: 'homeObservation',
  from: '2022-02-26',
  to: '2022-03-11',
};
/** What the home page's call answers for somebody who holds these roles in a village. */
export const posts = (...roles: string[]) => ({
  posts: roles.map((role) => ({ role, gridId: 't1-v1', place: '青禾镇 柳溪村' })),
});
