import { button, element } from '../runtime/element';

export interface Tool {
  name: string;
  node: HTMLElement;
  /** Loads anew when the tool is shown or the simulator says that something changed. */
  refresh(): Promise<void>;
}

/** The right panel's tabs: messages, data, logs. Answers a function that refreshes the visible one. */
export function drawTools(node: HTMLElement, tools: readonly Tool[]): () => void {
  let shown = tools[0];
  const tabs = tools.map((tool) => button('', tool.name, () => show(tool)));
  const body = element('div', 'tool-body');
  const refresh = (): void => {
    const tool = shown;
    tool?.refresh().catch((error: unknown) => {
      tool.node.replaceChildren(element('p', 'empty', `没有读到：${String(error)}`));
    });
  };
  const show = (tool: Tool): void => {
    shown = tool;
    tools.forEach((other, index) => tabs[index]?.setAttribute('aria-selected', String(other === tool)));
    body.replaceChildren(tool.node);
    refresh();
  };
  for (const tab of tabs) tab.role = 'tab';
  const tabList = element('nav', 'tabs', tabs);
  tabList.role = 'tablist';
  node.append(tabList, body);
  if (shown) show(shown);
  return refresh;
}
