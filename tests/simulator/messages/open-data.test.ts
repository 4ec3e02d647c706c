import { OpenData } from '../../../simulator/cloud/messages/open-data';
import { openStateStore } from '../../../simulator/cloud/state-store';

let now = Date.parse('2022-12-20T00:00:00Z');
const openData = new OpenData(
  openStateStore(':memory:'),
  () => now,
  (openid) => (openid === 'oPersona' ? '13900000000' : undefined),
);

test('a group’s id is revealed to the server when its member shows the cloudID', () => {
  const id = openData.groupCloudId('oMember', 'gLiuxi3');
  expect(openData.reveal({ a: 1, group: { $cloudID: id } }, 'oMember')).toEqual({
    a: 1,
    group: {
      cloudID: id,
      data: { opengid: 'gLiuxi3', watermark: { timestamp: now / 1000, appid: expect.any(String) as string } },
    },
  });
});

test('somebody else’s cloudID, and one older than five minutes, reveal nothing', () => {
  const id = openData.groupCloudId('oMember', 'gLiuxi3');
  expect(openData.reveal({ group: { $cloudID: id } }, 'oThief')).toEqual({
    group: { cloudID: id, errCode: -601007, errMsg: expect.any(String) as string },
  });
  now += 5 * 60_000 + 1;
  expect(openData.reveal({ group: { $cloudID: id } }, 'oMember')).toMatchObject({
    group: { errCode: -601006 },
  });
});

test('one call reveals at most five', () => {
  const ids = Array.from({ length: 6 }, () => openData.groupCloudId('oMember', 'g'));
  const data = Object.fromEntries(ids.map((id, index) => [`group${index}`, { $cloudID: id }]));
  const revealed = openData.reveal(data, 'oMember');
  expect(revealed.group4).toHaveProperty('data');
  expect(revealed.group5).toBe(ids[5]);
});

test('a persona has the demo’s number until another is put in', () => {
  expect(openData.phoneOf('oPersona')).toBe('13900000000');
  openData.setPhone('oPersona', '13800000002');
  expect(openData.phoneOf('oPersona')).toBe('13800000002');
  expect(openData.phoneCode('oNobody')).toBeUndefined();
});
