import type { CompatibleModel } from './tokenExchange.ts';

/** Smartcar publishes no list of its codes, and its own samples write them in several ways. */
function letters(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The models of one brand in an answer that was asked for that brand; none where it is not served. */
export function modelsOf<T extends CompatibleModel>(
  make: string,
  matrix: Readonly<Record<string, readonly T[]>>,
): readonly T[] {
  const found = Object.entries(matrix).find(([code]) => letters(code) === letters(make));
  return found?.[1] ?? [];
}
