/** The card that binds a group: sent into it, and opened from there by whoever is in charge of its grid. */
export const bindingCard = (): { title: string; path: string } => ({
  title: '网格员点这里：把这个群绑到网格',
  path: '/packages/channels/bind/index',
});
