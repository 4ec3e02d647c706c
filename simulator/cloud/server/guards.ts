import type { IncomingHttpHeaders } from 'node:http';

/**
 * Why a request must be refused; undefined lets it in. The simulator has no log-in, so this is what keeps a web page
 * elsewhere (or one reached by DNS rebinding) from driving it: only requests addressed to this machine by its own
 * name, sent by its own pages or by no page at all.
 */
export function refusal(
  request: { method: string; path: string; headers: IncomingHttpHeaders },
  port: number,
): string | undefined {
  const { headers, method, path } = request;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!names.includes(headers.host ?? '')) return 'foreign Host header';
  if (headers.origin !== undefined && !names.some((name) => headers.origin === `http://${name}`))
    return 'foreign Origin header';
  const site = headers['sec-fetch-site'];
  if (path === '/admin' || path.startsWith('/cgi-bin/'))
    return headers.origin === undefined && site === undefined ? undefined : 'not for web pages';
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  // Following a link from elsewhere to the front page shows it and does nothing.
  const followsLink =
    method === 'GET' &&
    path === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document';
  return followsLink ? undefined : 'request of a foreign page';
}

/** Sent with every answer: nobody else may frame, embed or sniff it. */
export const PROTECTIVE_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
