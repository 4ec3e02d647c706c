import './console.css';
import './phones.css';
import './tools.css';
import { drawing, element } from '../runtime/element';
import { createClockCard } from './clock-card';
import { createDataTool } from './data-tool';
import { Desk } from './desk';
import { loadHolders } from './holders';
import { createLogTool } from './log-tool';
import { createMessageTool } from './message-tool';
import { drawPeoplePanel } from './people-panel';
import { drawTools } from './tools-panel';

const logo =
  '<path d="M3.5 11.2 12 4l8.5 7.2M5.8 9.8V20h12.4V9.8M8.8 13.6l2.4 2.4 4.2-4.4" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>';

const place = (id: string): HTMLElement => document.getElementById(id) ?? document.body;

/** The page around the phone: who holds it, the clock, and what the cloud did. */
async function openConsole(): Promise<void> {
  const holders = await loadHolders();
  place('top').append(
    drawing(logo, 30),
    element('h1', '', '村安'),
    element('span', '', '在这台电脑上运行的小程序和云端，人物和数据都是虚构的'),
  );
  const desk = new Desk(holders, place('phones'));
  drawPeoplePanel(place('people'), holders, desk);
  const clock = createClockCard();
  place('tools').append(clock.node);
  const refresh = drawTools(place('tools'), [
    createMessageTool(holders, (holder, path) => desk.give(holder, path)),
    createDataTool(),
    createLogTool(),
  ]);
  const events = new EventSource('/simulator/events');
  events.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as { type: string; now?: number };
    if (event.now !== undefined) clock.follow(event.now);
    refresh();
  });
  // The functions' output makes no event of its own.
  setInterval(refresh, 3000);
}

void openConsole();
