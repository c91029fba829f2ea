type Attributes = Readonly<Record<string, string>>;

/** An element with its attributes and what is in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines in a square of 24, one weight, drawn like the icons of the main window. */
const ICONS = {
  back: 'M5 12h14M5 12l6 6M5 12l6-6',
  reload: 'M20 11A8.1 8.1 0 0 0 4.5 9M4 5v4h4M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4',
  stop: 'M7 7h10v10H7z',
  close: 'M18 6 6 18M6 6l12 12',
  browser: 'M12 6H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6M11 13l9-9M15 4h5v5',
  secure:
    'M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2zM8 11V7a4 4 0 1 1 8 0v4',
  local: 'M3 5h18v12H3zM7 21h10M9 17v4M15 17v4',
  not_secure: 'M12 9v4M12 16v.01M12 3.5 2.5 20h19z',
} as const;

export type IconName = keyof typeof ICONS;

/** Says nothing to a screen reader: a label or a word stands beside it. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
