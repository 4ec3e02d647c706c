/**
 * The phone's voice: the browser's own. A text that is to be spoken gets an address first, as the speech plug-in on WeChat answers with the address of a
 * sound, and is spoken when an audio context plays it.
 */
const SCHEME = 'speech:';
/** Where the browser has no voice, reading takes about as long as reading aloud quickly does. */
const SILENT_MS_PER_CHARACTER = 40;

const texts: string[] = [];
/** Everything spoken so far, in order. */
export const spoken: string[] = [];

export const speechAddress = (text: string): string => `${SCHEME}${texts.push(text) - 1}`;
export const isSpeech = (address: string): boolean => address.startsWith(SCHEME);

/** Speaks what an address stands for; answers how to stop it before its end, of which nobody hears then. */
export function speak(address: string, ended: () => void): () => void {
  const text = texts[Number(address.slice(SCHEME.length))] ?? '';
  spoken.push(text);
  return speechSynthesis.getVoices().length > 0 ? speakAloud(text, ended) : speakSilently(text, ended);
}

function speakAloud(text: string, ended: () => void): () => void {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.onend = ended;
  utterance.onerror = ended;
  speechSynthesis.speak(utterance);
  return () => {
    utterance.onend = null;
    utterance.onerror = null;
    speechSynthesis.cancel();
  };
}

function speakSilently(text: string, ended: () => void): () => void {
  const timer = setTimeout(ended, text.length * SILENT_MS_PER_CHARACTER);
  return () => clearTimeout(timer);
}
