import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { andText } from '../../format/list.ts';
import { makeName } from '../../vehicles/vehicleName.ts';
import { BannerRow } from './BannerRow.tsx';
import { makeShares } from './makeShares.ts';
import { ShowThem } from './ShowThem.tsx';
import { useReconnectMakes } from './useReconnectMakes.ts';

/** How many need their owners, and of which makes. */
function reconnectWords(t: TFunction, count: number, makes: readonly (string | null)[]): string {
  const { named, others } = makeShares(makes);
  const value = formatCount(count);
  const [first] = named;
  if (!first) return t('banner.reconnect', { count, value });
  if (named.length === 1 && others === 0) {
    return t('banner.reconnectMake', { count, value, make: makeName(first.make) });
  }
  const shares = named.map((share) => `${formatCount(share.count)} ${makeName(share.make)}`);
  const rest = others === 0 ? [] : [t('banner.others', { value: formatCount(others) })];
  return t('banner.reconnectMakes', { value, makes: andText([...shares, ...rest]) });
}

/** Vehicles whose access has ended: only their owners can give it again. */
export function ReconnectBanner({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const makes = useReconnectMakes();
  return (
    <BannerRow
      kind="reconnect"
      tone="attention"
      text={reconnectWords(t, count, makes)}
      action={<ShowThem query="err:reconnect" />}
    />
  );
}
