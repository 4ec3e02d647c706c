import type * as cloud from 'wx-server-sdk';
import type { MessageUse } from '../contracts/messages';
import templates from '../message-templates.json';
import { logFault } from './fault-log';

/** A message to one phone; `values` by the fields' titles in WeChat's console. */
export type SubscriptionMessage = {
  openid: string;
  use: MessageUse;
  page: string;
  values: Readonly<Record<string, string>>;
};

/** `refused`: its owner allowed no more messages. `failed`: WeChat or the line did; nothing arrived as far as one knows. */
export type Sent = 'sent' | 'refused' | 'failed';
export type SendMessage = (message: SubscriptionMessage) => Promise<Sent>;

type Template = { use: string; fields: Readonly<Record<string, string>> };

/** The template id of a use; null where the town has set up none. The same id goes into `wx.requestSubscribeMessage`. */
export const templateIdFor = (use: MessageUse): string | null => templateFor(use)?.[0] ?? null;

const templateFor = (use: MessageUse): [string, Template] | undefined =>
  Object.entries<Template>(templates).find(([, template]) => template.use === use);

const NO_CREDIT = 43101;

/** `subscribeMessage.send`. It never throws: what could not be sent is asked for another way. */
export const sendMessageOf =
  (sdk: typeof cloud): SendMessage =>
  async ({ openid, use, page, values }) => {
    const template = templateFor(use);
    if (!template) return 'failed';
    const [templateId, { fields }] = template;
    const data = Object.fromEntries(
      Object.entries(fields).map(([field, title]) => [field, { value: values[title] ?? '' }]),
    );
    try {
      const { subscribeMessage } = sdk.openapi as {
        subscribeMessage: { send(message: object): Promise<unknown> };
      };
      await subscribeMessage.send({ touser: openid, templateId, page, data });
      return 'sent';
    } catch (error) {
      if (error instanceof Error && 'errCode' in error && Number(error.errCode) === NO_CREDIT)
        return 'refused';
      logFault('subscribeMessage.send', use, error);
      return 'failed';
    }
  };
