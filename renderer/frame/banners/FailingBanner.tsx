import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { BannerRow } from './BannerRow.tsx';
import { ShowThem } from './ShowThem.tsx';
import type { FailingCause } from './widespread.ts';

interface FailingBannerProps {
  readonly cause: FailingCause;
  readonly count: number;
  readonly total: number;
}

/** The terms by which the search finds each cause. */
const TERMS: Readonly<Record<FailingCause, string>> = {
  failed: 'err:failed',
  account: 'err:account',
  car_state: 'err:car_state',
};

/** One cause that keeps many vehicles from giving values. */
export function FailingBanner({ cause, count, total }: FailingBannerProps) {
  const { t } = useTranslation();
  return (
    <BannerRow
      kind={`failing-${cause}`}
      tone="attention"
      text={t(`banner.failing.${cause}`, {
        count: total,
        value: formatCount(count),
        total: formatCount(total),
      })}
      action={<ShowThem query={TERMS[cause]} />}
    />
  );
}
