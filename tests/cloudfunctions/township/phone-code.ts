import type { Simulator } from '../../../simulator/simulator';

const post = async (simulator: Simulator, path: string, openid: string, body: object): Promise<unknown> => {
  const response = await fetch(`${simulator.url}/simulator/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
};

/** What the phone-number button gives on the phone of `openid`, whose number is `phone`. */
export async function phoneCode(simulator: Simulator, openid: string, phone: string): Promise<string> {
  await post(simulator, 'phones', openid, { phone });
  const { code } = (await post(simulator, 'open-data', openid, { kind: 'phone' })) as { code: string };
  return code;
}
