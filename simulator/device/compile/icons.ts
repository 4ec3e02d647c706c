import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Root } from 'postcss';

const svgFolder = path.join(
  path.dirname(createRequire(__filename).resolve('tdesign-icons-svg/package.json')),
  'src',
);
const iconName = /^\.t-icon-([\w-]+)::?before$/;

/** TDesign's icon font lives on a CDN; the phone stays offline and draws the same icons as masks. */
export function drawIconsAsMasks(root: Root): void {
  root.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  root.walkRules((rule) => {
    const name = iconName.exec(rule.selector)?.[1];
    if (name === undefined) return;
    rule.removeAll();
    rule.append(
      { prop: 'content', value: '""' },
      { prop: 'display', value: 'inline-block' },
      { prop: 'width', value: '1em' },
      { prop: 'height', value: '1em' },
      { prop: 'background', value: 'currentColor' },
      { prop: 'mask', value: `url(icons/${name}.svg) center/contain no-repeat` },
    );
  });
}

/** The icon's SVG, or undefined if TDesign has none of that name. */
export function readIcon(name: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined;
  const file = path.join(svgFolder, `${name}.svg`);
  if (!fs.existsSync(file)) return undefined;
  // The published files spell the attribute `view-box`, which no browser understands.
  return fs.readFileSync(file, 'utf8').replace('view-box', 'viewBox');
}
