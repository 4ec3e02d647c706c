import { NoVoice, piecesOf, readAloud, stopReading } from '../../../miniprogram/services/read-aloud';
import { holdPhone } from '../support/phone';
import { settle } from '../support/render';

type Sound = { src: string; play: () => void; stop: () => void; destroy: () => void };
let played: string[];
let asked: string[];
let end: () => void;

/** A phone with a voice; `end()` ends the sound that is played. */
function giveVoice(fails = false): void {
  played = [];
  asked = [];
  holdPhone();
  Object.assign(wx, {
    setInnerAudioOption: async () => undefined,
    createInnerAudioContext: (): Sound & Record<string, unknown> => ({
      src: '',
      onEnded: (listener: () => void) => (end = listener),
      onError: () => undefined,
      play() {
        played.push(this.src);
      },
      stop: () => undefined,
      destroy: () => undefined,
    }),
  });
  const textToSpeech = ({
    content,
    success,
    fail,
  }: {
    content: string;
    success: (a: object) => void;
    fail: () => void;
  }) => {
    asked.push(content);
    if (fails) fail();
    else success({ filename: `sound of ${content}` });
  };
  Object.assign(globalThis, { requirePlugin: () => ({ textToSpeech }) });
}

it.each([
  ['short sentences go together', ['一。', '二。'], ['一。二。']],
  [
    'as far as the plug-in takes them',
    ['长'.repeat(200), '短'.repeat(150)],
    ['长'.repeat(200), '短'.repeat(150)],
  ],
  ['a very long one is cut', ['长'.repeat(650)], ['长'.repeat(300), '长'.repeat(300), '长'.repeat(50)]],
  ['nothing is nothing', ['', '  '], []],
])('%s', (_, sentences, pieces) => expect(piecesOf(sentences)).toEqual(pieces));

it('reads one piece after the other, and fetches the next one meanwhile', async () => {
  giveVoice();
  const [first, second] = ['长'.repeat(250), '短'.repeat(250)] as const;
  const reading = readAloud([first, second]);
  await settle();
  expect(played).toEqual([`sound of ${first}`]);
  expect(asked).toEqual([first, second]);
  end();
  await settle();
  expect(played).toHaveLength(2);
  end();
  await reading;
});

it('stopped, it says nothing more', async () => {
  giveVoice();
  const reading = readAloud(['长'.repeat(250), '短'.repeat(250)]);
  await settle();
  stopReading();
  await reading;
  expect(played).toHaveLength(1);
});

it('a second reading takes the place of the first', async () => {
  giveVoice();
  const first = readAloud(['一。']);
  await settle();
  const second = readAloud(['二。']);
  await first;
  await settle();
  expect(played).toEqual(['sound of 一。', 'sound of 二。']);
  end();
  await second;
});

it('a phone without a voice says so', async () => {
  giveVoice(true);
  await expect(readAloud(['一。'])).rejects.toBeInstanceOf(NoVoice);
  Object.assign(globalThis, {
    requirePlugin: () => {
      throw new Error('not declared');
    },
  });
  await expect(readAloud(['一。'])).rejects.toBeInstanceOf(NoVoice);
});
