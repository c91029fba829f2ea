import { type RefObject, useEffect, useState } from 'react';

const NAMES = [
  'water',
  'land',
  'river',
  'border',
  'province',
  'label',
  'halo',
  'ok',
  'act',
  'problem',
  'waiting',
  'cluster',
  'on-cluster',
  'picked',
  'current',
] as const;

/** The map's colours in the theme of the moment, as CSS writes them. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** Reads the colours from the styles: what draws on a canvas knows nothing of `light-dark()`. */
function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  element.append(probe);
  const colours = NAMES.map((name) => {
    probe.style.color = `var(--map-${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}

/** The colours for what is drawn within this element; read again when the theme changes. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => {
      if (element.current) setPalette(readPalette(element.current));
    };
    read();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', read);
    // A theme that is chosen in the settings stands on the root element.
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true });
    return () => {
      scheme.removeEventListener('change', read);
      observer.disconnect();
    };
  }, [element]);
  return palette;
}
