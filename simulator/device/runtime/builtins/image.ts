import { temporaryUrls } from '../api/cloud';
import { assetUrl } from '../assets';
import { element } from '../element';
import type { Builtin } from './definition';
import { textOf } from './text-of';

const fits: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' };
/** Modes that show a part of the picture at its own size, by where that part is. */
const positions: Record<string, string> = {
  top: 'top',
  bottom: 'bottom',
  center: 'center',
  left: 'left',
  right: 'right',
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
};

export const image: Builtin = {
  name: 'image',
  attributes: ['mode'],
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    fadeIn: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
    forceHttps: Boolean,
  },
  setup(node) {
    const picture = element('img');
    picture.alt = '';
    node.host.append(picture);
    picture.addEventListener('load', () => {
      const { naturalWidth, naturalHeight } = picture;
      const mode = node.text('mode');
      if (mode === 'widthFix')
        node.host.style.height = `${(naturalHeight / naturalWidth) * node.host.clientWidth}px`;
      if (mode === 'heightFix')
        node.host.style.width = `${(naturalWidth / naturalHeight) * node.host.clientHeight}px`;
      node.fire('load', { width: naturalWidth, height: naturalHeight });
    });
    picture.addEventListener('error', () => node.fire('error', { errMsg: `GET ${node.text('src')} failed` }));
    return {
      src: (value) => {
        const source = textOf(value);
        if (source === '') picture.removeAttribute('src');
        else if (source.startsWith('cloud://')) void showCloudFile(picture, source);
        else picture.src = assetUrl(source, node.glass.ownerShadowRoot?.getHostNode().is);
      },
      mode: (mode) => {
        const position = positions[textOf(mode)];
        picture.style.objectFit = position === undefined ? (fits[textOf(mode)] ?? 'fill') : 'none';
        picture.style.objectPosition = position ?? '';
      },
    };
  },
};

/** An <image> takes a file of the cloud storage by its fileID. */
async function showCloudFile(picture: HTMLImageElement, fileId: string): Promise<void> {
  const answer = await temporaryUrls([fileId]).catch(() => undefined);
  const address = answer?.fileList[0]?.tempFileURL ?? '';
  if (address === '') picture.dispatchEvent(new Event('error'));
  else picture.src = address;
}
