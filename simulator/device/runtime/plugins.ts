import type { Manifest } from '../manifest';
import { method, Refusal } from './api/method';
import { NetworkDown, passNetwork } from './network';
import { notEmulated } from './problems';
import { speechAddress } from './speech';

interface SpeechOptions {
  lang?: string;
  tts?: boolean;
  content: string;
}

/** WeChat's own limit for one text. */
const MOST_BYTES = 1_000;

/** 微信同声传译, by the id of who provides it. */
const speechPlugin = {
  textToSpeech: method('textToSpeech', async ({ content }: SpeechOptions) => {
    if (new TextEncoder().encode(content).length > MOST_BYTES) throw new Refusal('content too long');
    try {
      await passNetwork();
    } catch (error) {
      if (error instanceof NetworkDown) throw new Refusal('net::ERR_INTERNET_DISCONNECTED');
      throw error;
    }
    return { retcode: 0, origin: content, filename: speechAddress(content), expired_time: 0 };
  }),
};

const emulated: Readonly<Record<string, object>> = { wx069ba97219f66d99: speechPlugin };

/** The global `requirePlugin`: plug-ins that app.json names, as far as they are emulated. */
export function installPlugins({ app }: Manifest): void {
  const requirePlugin = (name: string): object => {
    const provider = app.plugins?.[name]?.provider;
    if (provider === undefined) throw new Error(`plugin "${name}" is not declared in app.json`);
    const plugin = emulated[provider];
    if (plugin === undefined) notEmulated(`插件 ${name}（${provider}）`);
    return plugin ?? {};
  };
  Object.assign(window, { requirePlugin });
}
