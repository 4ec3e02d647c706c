import { button, element } from '../runtime/element';

/** A row of exclusive choices with its label. */
export function choiceBar<T>(
  label: string,
  choices: readonly (readonly [T, string])[],
  initial: T,
  onChoose: (value: T) => void,
): HTMLElement {
  const buttons = choices.map(([value, text]) => {
    const choice = button('', text, () => {
      mark(choice);
      onChoose(value);
    });
    choice.ariaPressed = String(value === initial);
    return choice;
  });
  const mark = (chosen: HTMLButtonElement): void => {
    for (const choice of buttons) choice.ariaPressed = String(choice === chosen);
  };
  const group = element('div', 'choice-bar', [element('span', '', label), ...buttons]);
  group.role = 'group';
  group.ariaLabel = label;
  return group;
}
