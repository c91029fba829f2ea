import { normaliseVin, vinProblem } from '../../../contract/vin.ts';

/** What was put right at a VIN: signs between its characters, or letters that no VIN has. */
export type Mended = 'signs' | 'letters' | null;

const MEANT: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' };

/**
 * Reads a cell as a VIN. Spaces, hyphens, dots, quotation marks and what keeps spreadsheets from
 * calculating are left out; I, O and Q, which no VIN has, become the figures that look like them, but
 * only where a VIN comes of it.
 */
export function mendVin(cell: string): { readonly vin: string; readonly mended: Mended } {
  const text = cell.trim();
  const vin = normaliseVin(text.replace(/[._'"=\u200b\ufeff]/g, ''));
  const mended: Mended = vin === text.toUpperCase() ? null : 'signs';
  if (vin.length !== 17 || !/[IOQ]/.test(vin)) return { vin, mended };
  const meant = vin.replace(/[IOQ]/g, (letter) => MEANT[letter] ?? letter);
  return vinProblem(meant) === null ? { vin: meant, mended: 'letters' } : { vin, mended };
}
