import { button, element } from '../element';
import { openDialog } from './sheet';

export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalAnswer {
  confirm: boolean;
  cancel: boolean;
  content?: string;
}

/** WeChat's modal; resolves when one of its buttons is tapped. */
export function openModal(options: ModalOptions): Promise<ModalAnswer> {
  return new Promise((resolve) => {
    const input = options.editable ? element('textarea', 'modal-input') : undefined;
    if (input) {
      input.placeholder = options.placeholderText ?? '';
      input.value = options.content ?? '';
    }
    const text = input ?? element('p', 'modal-content', options.content ?? '');
    const finish = (confirm: boolean): void => {
      dialog.close();
      resolve({ confirm, cancel: !confirm, ...(input ? { content: input.value } : {}) });
    };
    const cancel = button('modal-cancel', options.cancelText ?? '取消', () => finish(false));
    const confirm = button('modal-confirm', options.confirmText ?? '确定', () => finish(true));
    cancel.style.color = options.cancelColor ?? '#000';
    confirm.style.color = options.confirmColor ?? '#576b95';
    const dialog = openDialog('modal', [
      ...(options.title === undefined || options.title === '' ? [] : [element('h3', '', options.title)]),
      text,
      element('footer', '', options.showCancel === false ? [confirm] : [cancel, confirm]),
    ]);
    input?.focus();
  });
}
