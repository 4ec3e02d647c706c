import { showToast } from '../dialogs/toast';
import { notEmulated } from '../problems';
import { formatRoute, parseRoute } from '../routes';
import { topPage } from '../stack';
import type { BuiltinNode } from '../builtins/definition';
import { sendCard } from './card';
import { chooseGroup } from './group-sheet';

interface ShareContent {
  title?: string;
  path?: string;
  imageUrl?: string;
  promise?: Promise<ShareContent>;
}

/** Shares the visible page into a WeChat group, from its button or from •••. */
export async function sharePage(from?: BuiltinNode): Promise<void> {
  const page = topPage();
  if (!page) return;
  if (!page.has('onShareAppMessage') && from) notEmulated('share 按钮，但页面没有 onShareAppMessage');
  const target = from ? { id: from.glass.id, dataset: from.glass.dataset } : undefined;
  const content = page.run('onShareAppMessage', { from: from ? 'button' : 'menu', target }) as
    ShareContent | undefined;
  const late = content?.promise ? await content.promise : {};
  const { title, path, imageUrl }: ShareContent = { ...content, ...late };
  const group = await chooseGroup();
  if (!group) return;
  sendCard({
    title: title ?? page.window.navigationBarTitleText ?? '村安',
    path: path === undefined ? formatRoute(page.route) : formatRoute(parseRoute(path, page.route.path)),
    imageUrl: imageUrl ?? '',
    openGid: group.openGid,
    group: group.name,
  });
  showToast({ title: '已发送', icon: 'success' });
}
