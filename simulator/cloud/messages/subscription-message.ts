import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { MessageBook } from './message-book';
import type { SubscriptionCredits } from './subscription-credits';
import { fits } from './template-fields';
import { WeChatError } from './wechat-error';

/** message-templates.json: what is set up in WeChat's console, `{ "<template id>": { title, fields: { thing1: "户名" } } }`. */
const templatesSchema = z.record(z.string(), z.looseObject({ fields: z.record(z.string(), z.string()) }));

const requestSchema = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]) })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.string().optional(),
});

/** `openapi.subscribeMessage.send`, with WeChat's refusals. */
export class SubscriptionMessages {
  constructor(
    private readonly book: MessageBook,
    private readonly credits: SubscriptionCredits,
    private readonly templatesFile: string,
  ) {}

  send(parameters: Record<string, unknown>): Record<string, unknown> {
    const parsed = requestSchema.safeParse(parameters);
    if (!parsed.success)
      throw new WeChatError(47003, `argument invalid! ${parsed.error.issues[0]!.path.join('.')}`);
    const { touser, template_id: templateId, page, data } = parsed.data;
    if (!/^[\w-]{1,64}$/.test(touser)) throw new WeChatError(40003, 'invalid openid');
    const fields = this.#fieldsOf(templateId) ?? Object.keys(data);
    for (const name of fields) {
      const value = data[name]?.value;
      if (value === undefined || !fits(name, String(value)))
        throw new WeChatError(47003, `argument invalid! data.${name}.value invalid`);
    }
    if (page?.startsWith('/') === true) throw new WeChatError(41030, 'invalid page');
    if (!this.credits.has(touser, templateId)) throw new WeChatError(43101, 'user refuse to accept the msg');
    this.credits.take(touser, templateId);
    const content = Object.fromEntries(fields.map((name) => [name, String(data[name]!.value)]));
    this.book.add({
      channel: 'subscription',
      to: touser,
      templateId,
      ...(page === undefined ? {} : { page }),
      content,
    });
    return {};
  }

  /** Undefined while no templates are declared: then any will do. */
  #fieldsOf(templateId: string): string[] | undefined {
    if (!existsSync(this.templatesFile)) return undefined;
    const templates = templatesSchema.parse(JSON.parse(readFileSync(this.templatesFile, 'utf8')));
    const template = templates[templateId];
    if (template === undefined) throw new WeChatError(40037, 'invalid template_id');
    return Object.keys(template.fields);
  }
}
