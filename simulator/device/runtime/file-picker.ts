import { Refusal } from './api/method';

/** Lets the person choose files of their computer in place of the phone's; cancelling refuses as WeChat does. */
export function pickFiles({ accept, multiple }: { accept: string; multiple: boolean }): Promise<File[]> {
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
