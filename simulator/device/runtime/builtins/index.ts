import type { GeneralComponentDefinition } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { canvas } from './canvas';
import { choices } from './choice';
import { containers } from './containers';
import { registerBuiltin } from './definition';
import { fields } from './field';
import { forms } from './form';
import { image } from './image';
import { measures } from './measure';
import { movable } from './movable';
import { navigator } from './navigator';
import { picker } from './picker';
import { pickerView } from './picker-view';
import { scrollView } from './scroll-view';
import { swiper } from './swiper';
import { texts } from './text';
import { unsupported } from './unsupported';

/** Registers all of WeChat's built-in components and answers them by tag. */
export function registerBuiltins(space: CodeSpace): Map<string, GeneralComponentDefinition> {
  const builtins = [
    ...containers,
    ...texts,
    ...forms,
    ...fields,
    ...choices,
    ...measures,
    ...movable,
    ...pickerView,
    ...scrollView,
    ...swiper,
    button,
    canvas,
    image,
    navigator,
    picker,
    ...unsupported,
  ];
  return new Map(builtins.map((builtin) => [builtin.name, registerBuiltin(space, builtin)]));
}
