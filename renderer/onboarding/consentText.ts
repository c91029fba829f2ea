import type { TFunction } from 'i18next';
import type { RequestedPermission } from '../../contract/permissions.ts';

/** What a driver should know before connecting, to be sent; `null`: Smartcar's dashboard decides. */
export function consentText(t: TFunction, asked: readonly RequestedPermission[] | null): string {
  const list = (asked ?? []).map(({ permission }) => `– ${t(`permission.meaning.${permission}`)}`);
  return [
    t('onboarding.consent.greeting'),
    t(list.length > 0 ? 'onboarding.consent.asks' : 'onboarding.consent.asksSome'),
    ...list,
    '',
    t('onboarding.consent.rights'),
  ].join('\n');
}
