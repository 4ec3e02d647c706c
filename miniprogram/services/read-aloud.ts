/** What is used here of 微信同声传译; WeChat ships no types for plug-ins. */
type SpeechPlugin = {
  textToSpeech(options: {
    lang: 'zh_CN';
    tts: true;
    content: string;
    success: (answer: { filename: string }) => void;
    fail: (error: unknown) => void;
  }): void;
};

/** The plug-in takes 1,000 bytes at once, and a character of Chinese has three. */
const MOST_CHARACTERS = 300;

/** This phone has no voice, or the network none to lend. */
export class NoVoice extends Error {}

/** What is being read now; another reading, or none, takes its place. */
let current: { stop: () => void } | undefined;

/** Reads sentences aloud, one after the other; resolves at the end, or when it is stopped. Throws NoVoice. */
export async function readAloud(sentences: readonly string[]): Promise<void> {
  stopReading();
  const reading = { stop: () => undefined as void };
  current = reading;
  const pieces = piecesOf(sentences);
  let coming = soundOf(pieces, 0);
  for (let i = 0; i < pieces.length && current === reading; i += 1) {
    const address = await coming;
    // Fetched while this one is read, so that there is no silence in between; what fails is heard of when its turn comes.
    coming = soundOf(pieces, i + 1);
    coming.catch(() => undefined);
    if (isCurrent(reading)) await play(address, reading);
  }
  if (isCurrent(reading)) current = undefined;
}

export function stopReading(): void {
  const reading = current;
  current = undefined;
  reading?.stop();
}

const isCurrent = (reading: { stop: () => void }): boolean => current === reading;

/** Sentences put together as far as the plug-in takes them at once: each piece is a trip through the network. */
export function piecesOf(sentences: readonly string[]): string[] {
  const parts = sentences.flatMap((sentence) => cut(sentence.trim())).filter((part) => part !== '');
  const pieces: string[] = [];
  for (const part of parts) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + part.length <= MOST_CHARACTERS)
      pieces[pieces.length - 1] = `${last}${part}`;
    else pieces.push(part);
  }
  return pieces;
}

const cut = (sentence: string): string[] =>
  sentence.length <= MOST_CHARACTERS
    ? [sentence]
    : [sentence.slice(0, MOST_CHARACTERS), ...cut(sentence.slice(MOST_CHARACTERS))];

async function soundOf(pieces: readonly string[], index: number): Promise<string> {
  const content = pieces[index];
  if (content === undefined) return '';
  return new Promise((resolve, reject) => {
    const fail = () => reject(new NoVoice());
    try {
      (requirePlugin('WechatSI') as SpeechPlugin).textToSpeech({
        lang: 'zh_CN',
        tts: true,
        content,
        success: ({ filename }) => resolve(filename),
        fail,
      });
    } catch {
      // The mini-program was published without the plug-in.
      fail();
    }
  });
}

/** Plays a sound to its end, or until it is stopped. */
const play = (address: string, reading: { stop: () => void }): Promise<void> =>
  new Promise((resolve, reject) => {
    // Whoever presses 读给我听 wants to hear it, although the phone rings for nobody.
    void wx.setInnerAudioOption({ obeyMuteSwitch: false });
    const audio = wx.createInnerAudioContext();
    const leave = () => {
      reading.stop = () => undefined;
      audio.destroy();
    };
    audio.onEnded(() => {
      leave();
      resolve();
    });
    audio.onError(() => {
      leave();
      reject(new NoVoice());
    });
    reading.stop = () => {
      audio.stop();
      leave();
      resolve();
    };
    audio.src = address;
    audio.play();
  });
