import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();

/** Asks the speech plug-in for a sound and plays it to its end; answers what the plug-in said, or why it did not. */
const say = (content: string): Promise<string> =>
  new Promise((resolve) => {
    const plugin = requirePlugin('WechatSI') as {
      textToSpeech(options: {
        content: string;
        success: (answer: { filename: string }) => void;
        fail: (error: { errMsg: string }) => void;
      }): void;
    };
    plugin.textToSpeech({
      content,
      success: ({ filename }) => {
        const audio = wx.createInnerAudioContext();
        audio.onEnded(() => resolve('ended'));
        audio.src = filename;
        audio.play();
      },
      fail: ({ errMsg }) => resolve(errMsg),
    });
  });

test('the speech plug-in makes a sound of a text, and playing it is speaking', async () => {
  const page = await suite.open();
  expect(await page.evaluate(say, '明天上午七点')).toBe('ended');
  expect(await page.evaluate(() => window.phone.spoken)).toEqual(['明天上午七点']);
});

test('a sound that is stopped does not end', async () => {
  const page = await suite.open();
  const heard = await page.evaluate(async () => {
    const events: string[] = [];
    const plugin = requirePlugin('WechatSI') as {
      textToSpeech(options: { content: string }): Promise<{ filename: string }>;
    };
    const audio = wx.createInnerAudioContext();
    audio.onStop(() => events.push('stop'));
    audio.onEnded(() => events.push('ended'));
    audio.src = (await plugin.textToSpeech({ content: '一' })).filename;
    audio.play();
    audio.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return events;
  });
  expect(heard).toEqual(['stop']);
});

test('without a network there is no voice, and a text that is too long is refused', async () => {
  const page = await suite.open();
  expect(await page.evaluate(say, '长'.repeat(334))).toBe('textToSpeech:fail content too long');
  await page.evaluate(() => window.phone.setNetwork('offline'));
  expect(await page.evaluate(say, '七点')).toContain('fail');
});

test('a plug-in that app.json does not name is not there', async () => {
  const page = await suite.open();
  expect(
    await page.evaluate(() => {
      try {
        requirePlugin('other');
        return 'there';
      } catch (error) {
        return String(error);
      }
    }),
  ).toContain('not declared');
});
