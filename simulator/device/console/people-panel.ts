import { button, element } from '../runtime/element';
import type { Persona } from '../runtime/persona';
import type { Desk } from './desk';
import { createNewPhone } from './holders';

/** The left panel: everybody by group, a new phone, and one more phone on the desk. */
export function drawPeoplePanel(node: HTMLElement, holders: Persona[], desk: Desk): void {
  const list = element('div', 'people');
  const draw = (): void => {
    const groups = new Map<string, Persona[]>();
    for (const holder of holders) groups.set(holder.group, [...(groups.get(holder.group) ?? []), holder]);
    list.replaceChildren(
      ...[...groups].map(([group, members]) =>
        element('section', '', [element('h3', '', group), ...members.map((holder) => row(holder, desk))]),
      ),
    );
    list.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  };
  desk.onChange = draw;
  draw();
  node.append(
    element('h2', '', '手机在谁手里'),
    list,
    element('footer', 'people-actions', [
      newPhoneForm((holder) => {
        holders.push(holder);
        desk.give(holder);
      }),
      button('outlined', '再开一部手机', () => {
        const other = holders.find(({ openid }) => openid !== desk.holder) ?? holders[0];
        if (other && desk.canAdd) desk.addFor(other);
      }),
    ]),
  );
}

function row(holder: Persona, desk: Desk): HTMLElement {
  const created = button('person', '', () => desk.give(holder));
  created.append(
    element('i', 'person-face', holder.name.slice(-1)),
    element('span', '', [element('b', '', holder.name), element('small', '', holder.title)]),
  );
  created.ariaPressed = String(desk.holder === holder.openid);
  return created;
}

function newPhoneForm(onCreated: (holder: Persona) => void): HTMLElement {
  const input = element('input');
  Object.assign(input, {
    type: 'tel',
    placeholder: '手机号 11 位',
    maxLength: 11,
    required: true,
    pattern: '1\\d{10}',
  });
  input.ariaLabel = '新手机的手机号';
  const submit = element('button', 'filled', '新手机');
  submit.type = 'submit';
  const form = element('form', 'new-phone', [input, submit]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void createNewPhone(input.value).then((holder) => {
      form.reset();
      onCreated(holder);
    });
  });
  return form;
}
