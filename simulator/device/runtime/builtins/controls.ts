import { nodeOf } from './definition';

/** A form control: what a form collects and how it is reset. */
export interface Control {
  value(): unknown;
  reset(): void;
}

const controls = new WeakMap<Element, Control>();

export const registerControl = (host: HTMLElement, control: Control): void =>
  void controls.set(host, control);

/** The nearest `wx-…` element of that tag around a node. */
export const around = (host: Element, tag: string): HTMLElement | null =>
  host.closest<HTMLElement>(`wx-${tag}`);

/** Values of a form by the controls' names; components with wx://form-field count as controls. */
export function collect(form: Element): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const host of form.querySelectorAll('*')) {
    const name = nodeOf(host)?.text('name') ?? '';
    const control = controls.get(host);
    if (control && name !== '') values[name] = control.value();
    else if (!control) Object.assign(values, formField(host));
  }
  return values;
}

export function resetControls(form: Element): void {
  for (const host of form.querySelectorAll('*')) controls.get(host)?.reset();
}

/** A custom component with the form-field behavior offers `name` and `value` among its data. */
function formField(host: Element): Record<string, unknown> {
  const glass = (host as Element & { __wxElement?: { data?: Record<string, unknown> } }).__wxElement;
  const data = nodeOf(host) ? undefined : glass?.data;
  const name = data?.name;
  return typeof name === 'string' && name !== '' && data && 'value' in data ? { [name]: data.value } : {};
}
