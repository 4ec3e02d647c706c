import { clockText } from '../clock';
import { element } from '../element';
import { networkState, redrawWithNetwork } from '../network';
import { layers } from '../screen';

const signs = { online: '4G', slow: '2G', offline: '无网络' };

/** The phone's own bar: the simulator's time, the network and a battery. */
export function drawStatusBar(): void {
  const clock = element('span', 'status-clock');
  const bars = element('span', 'status-signal', [element('i'), element('i'), element('i'), element('i')]);
  const network = element('span', 'status-network');
  const battery = element('span', 'status-battery', [element('i')]);
  layers.statusBar.append(clock, element('span', 'status-right', [bars, network, battery]));
  const drawClock = (): void => {
    const text = clockText();
    if (clock.textContent !== text) clock.textContent = text;
  };
  const drawNetwork = (): void => {
    network.textContent = signs[networkState()];
    layers.statusBar.dataset.network = networkState();
  };
  drawClock();
  drawNetwork();
  setInterval(drawClock, 500);
  redrawWithNetwork(drawNetwork);
}
