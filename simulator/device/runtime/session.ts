const query = new URLSearchParams(location.search);

/** Whose phone this is: personas have separate storage and identify themselves to the functions. */
export const openid = query.get('openid') ?? 'anonymous';

/** Settings of the phone that its address may carry, e.g. `?openid=…&network=offline&fontSize=23&path=pages/…`. */
export const settings = {
  network: query.get('network') ?? 'online',
  fontSize: Number(query.get('fontSize') ?? 16),
  /** Where to start instead of the first page, with its own query. */
  path: query.get('path') ?? '',
  scene: Number(query.get('scene') ?? 1001),
  /** openGid of the group whose card opened the mini-program. */
  group: query.get('group') ?? '',
};

/** A request to the simulator in this persona's name; not subject to the phone's simulated network. */
export async function askSimulator<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-wx-openid': openid, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
