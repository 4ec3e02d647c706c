const token =
  /(\[[^\]]*\])|:host\b|([.#])(-?[A-Za-z_][\w-]*(?:\\.[\w-]*)*)|(::?[\w-]+)|(^|[\s>+~,(])([a-zA-Z][\w-]*)/g;

/**
 * A WXSS selector as the phone's document needs it: classes carry their component's scope, tags become the
 * `wx-…` elements, ids are matched without the prefix that glass-easel puts before them, `:host` is the component's element.
 */
export function rewriteSelector(selector: string, scope: string): string {
  return selector
    .replace(/:host\(([^)]*)\)/g, ':host$1')
    .replace(
      token,
      (
        whole: string,
        attribute: string | undefined,
        kind: string | undefined,
        name: string | undefined,
        pseudo: string | undefined,
        lead: string | undefined,
        tag: string | undefined,
      ) => {
        if (attribute !== undefined || pseudo !== undefined) return whole;
        if (whole === ':host') return `[wx-host="${scope}"]`;
        if (kind === '.' && name !== undefined) return scope === '' ? whole : `.${scope}--${name}`;
        if (kind === '#' && name !== undefined) return `:is([id="${name}"],[id$="--${name}"])`;
        return tag === undefined ? whole : `${lead ?? ''}wx-${tag}`;
      },
    );
}
