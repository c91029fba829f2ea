import type { TFunction } from 'i18next';
import { showTextsAnew } from '../start/i18n.ts';

let isHiding = false;

/**
 * Whether VINs, plates and places are kept off the screen. Whoever shows a text asks this while
 * rendering: all texts are shown anew when it changes.
 */
export const hidesDetails = () => isHiding;

/** Tooltips of the table are written once, when they are asked for. */
function forgetTooltips(): void {
  for (const cell of document.querySelectorAll('[data-column]')) {
    cell.removeAttribute('title');
    cell.removeAttribute('aria-description');
  }
}

export function setHidesDetails(next: boolean): void {
  if (next === isHiding) return;
  isHiding = next;
  forgetTooltips();
  showTextsAnew();
}

/** A VIN, its end or a plate as it may be shown; what is hidden says so. */
export function detailText(t: TFunction, detail: string): string;
export function detailText(t: TFunction, detail: string | null): string | null;
export function detailText(t: TFunction, detail: string | null): string | null {
  return detail !== null && isHiding ? t('privacy.hidden') : detail;
}
