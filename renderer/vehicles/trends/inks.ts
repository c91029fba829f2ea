import { useEffect, useReducer } from 'react';

/** A colour of the theme as a canvas takes it: variables of the styles mean nothing there. */
export function inkOf(within: Element, variable: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  within.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** A number that changes whenever the theme does. */
export function useThemeVersion(): number {
  const [version, change] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', change);
    // Somebody may have chosen a theme other than the system's.
    const root = new MutationObserver(change);
    root.observe(document.documentElement, { attributes: true });
    return () => {
      dark.removeEventListener('change', change);
      root.disconnect();
    };
  }, []);
  return version;
}
