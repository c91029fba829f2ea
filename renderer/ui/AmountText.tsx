import type { Amount } from '../format/amount.ts';
import shared from './shared.module.css';

/** A number with its unit drawn lighter. */
export function AmountText({ amount }: { readonly amount: Amount }) {
  return (
    <>
      {amount.value}
      <span className={shared.unit}>{amount.unit}</span>
    </>
  );
}
