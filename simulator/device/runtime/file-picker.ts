import { Refusal } from './api/method';
import { button, element } from './element';
import { openSheet } from './dialogs/sheet';

export interface PickOptions {
  accept: string;
  multiple: boolean;
}

/** Lets the person choose files of their computer in place of the phone's; cancelling refuses as WeChat does. */
export async function pickFiles(options: PickOptions): Promise<File[]> {
  // Browsers open their chooser only shortly after a tap; when that was too long ago, ask for another one.
  if (!navigator.userActivation.isActive) await askForTap();
  return chooseFiles(options);
}

function chooseFiles({ accept, multiple }: PickOptions): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => reject(new Refusal('cancel')));
    input.click();
  });
}

function askForTap(): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (go: boolean): void => {
      sheet.close();
      if (go) resolve();
      else reject(new Refusal('cancel'));
    };
    const sheet = openSheet(
      'action-sheet',
      [
        element('p', 'action-alert', '从这台电脑上选文件'),
        button('action-item', '选文件', () => finish(true)),
        button('action-item action-cancel', '取消', () => finish(false)),
      ],
      () => finish(false),
    );
  });
}
