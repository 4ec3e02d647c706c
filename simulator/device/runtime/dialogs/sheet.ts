import { element } from '../element';
import { layers } from '../screen';

export interface Sheet {
  panel: HTMLElement;
  close(): void;
}

/** A panel that rises from the bottom over a dimmed screen; a tap on the dimmed part calls `onDismiss`. */
export function openSheet(className: string, content: readonly Node[], onDismiss: () => void): Sheet {
  return openPanel(`sheet ${className}`, content, onDismiss);
}

/** A panel in the middle of the screen; the dimmed part doesn't close it. */
export function openDialog(className: string, content: readonly Node[]): Sheet {
  return openPanel(`dialog ${className}`, content, () => undefined);
}

function openPanel(className: string, content: readonly Node[], onDismiss: () => void): Sheet {
  const panel = element('div', className, content);
  panel.role = 'dialog';
  const mask = element('div', 'mask', [panel]);
  const close = (): void => mask.remove();
  ignoreOpeningTap(mask);
  mask.addEventListener('click', (event) => {
    if (event.target !== mask) return;
    onDismiss();
  });
  layers.overlay.append(mask);
  return { panel, close };
}

/** A tap opens a panel when the finger lifts; its click comes after and must not press what has just appeared below the finger. */
function ignoreOpeningTap(mask: HTMLElement): void {
  let touched = false;
  mask.addEventListener('pointerdown', () => (touched = true), { capture: true });
  mask.addEventListener(
    'click',
    (event) => {
      // A key that presses a button comes without a pointer: its detail is 0.
      if (!touched && event.detail > 0) event.stopPropagation();
    },
    { capture: true },
  );
}
