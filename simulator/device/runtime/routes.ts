/** A page and its query, as in `pages/notice/index?id=3`. */
export interface Route {
  path: string;
  query: Record<string, string>;
}

/** Reads a url as wx.navigateTo does: relative to the current page unless it starts with a slash; values stay encoded. */
export function parseRoute(url: string, current = ''): Route {
  const [address = '', search = ''] = url.split(/\?(.*)/s);
  const absolute = address.startsWith('/') ? address : `/${current.replace(/[^/]*$/, '')}${address}`;
  const path = new URL(absolute, location.origin).pathname.slice(1);
  const query: Record<string, string> = {};
  for (const [, key = '', value = ''] of search.matchAll(/([^&=]+)=?([^&]*)/g)) query[key] = value;
  return { path, query };
}

export function formatRoute({ path, query }: Route): string {
  const search = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}
