import { answerOpenType } from '../api/open-type';
import { onActivate } from './activation';
import { around, collect, resetControls } from './controls';
import { nodeOf, type Builtin, type BuiltinNode } from './definition';

export const button: Builtin = {
  name: 'button',
  role: 'button',
  attributes: ['type', 'size', 'plain', 'disabled', 'loading'],
  properties: {
    type: { type: String, value: 'default' },
    size: String,
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    showMessageCard: Boolean,
    appParameter: String,
    phoneNumberNoQuotaToast: { type: Boolean, value: true },
  },
  setup(node) {
    const press = (): void => {
      if (node.flag('disabled')) return;
      submitOrReset(node);
      const openType = node.text('openType');
      if (openType !== '') void answerOpenType(openType, node);
    };
    node.onTap(press);
    onActivate(node.host, press);
    return undefined;
  },
};

function submitOrReset(node: BuiltinNode): void {
  const type = node.text('formType');
  const host = type === '' ? null : around(node.host, 'form');
  const form = nodeOf(host);
  if (!form || !host) return;
  if (type === 'submit') form.fire('submit', { value: collect(host) });
  if (type === 'reset') {
    resetControls(host);
    form.fire('reset');
  }
}
