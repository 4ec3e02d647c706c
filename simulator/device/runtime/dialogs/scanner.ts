import jsQR from 'jsqr';
import { button, element } from '../element';
import { pickFiles } from '../file-picker';
import { openSheet } from './sheet';

/** Scanning without a camera: choose a picture of the code, or paste what it says. Undefined when cancelled. */
export function openScanner(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const finish = (result: string | undefined): void => {
      sheet.close();
      resolve(result);
    };
    const text = element('textarea', 'scanner-text');
    text.placeholder = '或者把码里的内容粘贴到这里';
    const hint = element('p', 'scanner-hint');
    hint.role = 'alert';
    const choose = async (): Promise<void> => {
      const [file] = await pickFiles({ accept: 'image/*', multiple: false });
      const result = file ? await decode(file) : undefined;
      if (result === undefined) hint.textContent = '这张图里没有认出二维码，请换一张';
      else finish(result);
    };
    const sheet = openSheet(
      'scanner',
      [
        element('h3', '', '扫一扫'),
        button('scanner-choose', '选一张有二维码的图片', () => {
          // Cancelling the file chooser leaves the scanner open.
          choose().catch(() => undefined);
        }),
        hint,
        text,
        element('footer', '', [
          button('sheet-cancel', '取消', () => finish(undefined)),
          button('sheet-confirm', '完成', () => {
            if (text.value.trim() !== '') finish(text.value.trim());
          }),
        ]),
      ],
      () => finish(undefined),
    );
  });
}

async function decode(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.drawImage(bitmap, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return jsQR(data, width, height)?.data;
}
