import * as z from 'zod';
import { GridId, StaffRole } from './grid';
import { CareCategory } from './person';
import { INVISIBLE, words } from './text';

export const Moment = z.iso.datetime({ offset: true });
export const NoticeId = z.string('缺少通知编号').regex(/^[A-Za-z0-9_-]{1,64}$/, '通知编号不对');

/** A rumour that a refutation answers. */
export const RumourId = z.string('缺少谣言编号').regex(/^[A-Za-z0-9_-]{1,64}$/, '谣言编号不对');

/** 政策、通知、防控知识、辟谣、紧急 */
export const NoticeKind = z.enum(['policy', 'notice', 'knowledge', 'refutation', 'urgent'], '请选择哪一类');
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * waiting 等另一个人同意 (where one person isn't enough) → scheduled 到点发 → published 已发布 → withdrawn 已撤回, or corrected 已更正 (a newer one stands in its
 * place). returned 退回: the second person said no, with a reason.
 */
export const NoticeStatus = z.enum([
  'waiting',
  'returned',
  'scheduled',
  'published',
  'withdrawn',
  'corrected',
]);
export type NoticeStatus = z.infer<typeof NoticeStatus>;

/** A path in the folder of notices and in no other: no step up, no hidden file, no ending that a phone would run. */
const fileEnding = (endings: string) =>
  new RegExp(`^cloud://[\\w-]+(?:\\.[\\w-]+)*/notice-files/(?:[\\w-]+/)*[\\w-]+\\.(?:${endings})$`);
const UNUSABLE = '这个文件不能用，请重新选';
const PICTURES = 'jpe?g|png|webp';
/** A file in the product's own storage, where only its functions and whoever wrote the notice put one. */
export const NoticeFile = z
  .string()
  .max(300)
  .regex(fileEnding(`${PICTURES}|pdf|docx?|xlsx?|pptx?`), UNUSABLE);
/** Of those, what is shown as a picture. No SVG: it can hold scripts. */
export const NoticePicture = z.string().max(300).regex(fileEnding(PICTURES), UNUSABLE);

const Line = words('内容', { max: 600 });
/** A run of text; bold or not. Text is only ever text: nothing in it is read as markup, on the way in or out. */
export const Run = z.object({
  text: z
    .string()
    .overwrite((value) => value.replace(/\s+/gu, ' '))
    .min(1)
    .max(2_000, '这一段太长了，请分成两段')
    .refine((value) => !INVISIBLE.test(value), '这一段里有看不见的符号，请删掉重写'),
  bold: z.boolean().default(false),
});
export const Block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: words('小标题', { max: 60 }) }),
  z.object({ type: z.literal('paragraph'), runs: z.array(Run).min(1, '这一段是空的').max(60) }),
  z.object({ type: z.literal('list'), numbered: z.boolean(), items: z.array(Line).min(1).max(40) }),
  z.object({
    type: z.literal('table'),
    header: z
      .array(words('表头', { min: 0, max: 40 }))
      .min(1)
      .max(6, '最多 6 列'),
    rows: z.array(z.array(words('格子', { min: 0, max: 120 })).max(6)).max(60, '最多 60 行'),
  }),
  z.object({
    type: z.literal('picture'),
    /** In the product's own storage; nothing from elsewhere is ever loaded. */
    fileId: NoticePicture,
    caption: words('图片说明', { min: 0, max: 60 }),
  }),
]);
export type Block = z.infer<typeof Block>;

/** 时间、地点、谁来、要带: the facts that stand first and large. */
export const Fact = z.object({
  label: z.enum(['when', 'where', 'who', 'bring']),
  text: words('这一项', { max: 60 }),
});

/** Who published what it rests on. */
export const Source = z.object({
  organisation: words('发文单位', { max: 60 }),
  documentNumber: words('文号', { min: 0, max: 40 }),
  date: z.iso.date('请选择发文日期'),
  scan: NoticePicture.nullable(),
});

/** Of a household: one of the seven care categories, or somebody under observation, or somebody under health monitoring. */
export const AudienceTag = z.enum([...CareCategory.options, 'observed', 'monitored']);
/** 发布范围: grids × roles × tags. Households whose grid lies in one of the grids and that have one of the tags (all, when none is named). */
export const Audience = z.object({
  gridIds: z.array(GridId).min(1, '请选择发给哪里').max(60),
  /** Staff in those grids who get it too, in their work list. */
  roles: z.array(StaffRole).max(7),
  households: z.boolean(),
  tags: z.array(AudienceTag).max(9),
});
export type Audience = z.infer<typeof Audience>;

/** read 看到就行, confirm 要按「我看懂了」 */
export const Wanted = z.enum(['read', 'confirm'], '请选择要不要确认');

/** Everything that a notice says, and to whom; complete. */
export const NoticeContent = z.object({
  kind: NoticeKind,
  title: words('标题', { min: 2, max: 40 }),
  facts: z.array(Fact).max(4),
  body: z.array(Block).min(1, '正文还没有写').max(80, '正文太长了，请分成两条发'),
  attachments: z
    .array(
      z.object({ name: words('附件名', { max: 60 }), fileId: NoticeFile, bytes: z.number().int().min(1) }),
    )
    .max(5, '最多 5 个附件'),
  source: Source,
  validUntil: z.iso.date('请选择到哪天为止').nullable(),
  audience: Audience,
  wanted: Wanted,
  pinned: z.boolean(),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

/** How many a notice reaches. */
export const Counted = z.object({ households: z.number().int(), people: z.number().int() });
export type Counted = z.infer<typeof Counted>;

const Person = z.object({ name: z.string(), at: Moment });
/** A notice as anybody may read it who gets it. */
export const NoticeView = NoticeContent.omit({ audience: true }).extend({
  noticeId: NoticeId,
  status: NoticeStatus,
  /** Which grid says it: 青石镇 柳溪村 */
  place: z.string(),
  publishedAt: Moment.nullable(),
  withdrawn: Person.extend({ reason: z.string() }).nullable(),
  /** The older one that this one corrects, and the newer one that corrects this. */
  replaces: NoticeId.nullable(),
  replacedBy: NoticeId.nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;
