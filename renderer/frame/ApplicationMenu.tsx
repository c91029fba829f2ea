import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import IconCarGarage from '@tabler/icons-react/dist/esm/icons/IconCarGarage.mjs';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconKeyboard from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSwitchHorizontal from '@tabler/icons-react/dist/esm/icons/IconSwitchHorizontal.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { useProfileItems } from '../profiles/useProfileItems.tsx';
import { useVersion } from '../state/cache.ts';
import { PopoverMenu } from '../ui/PopoverMenu.tsx';
import { useHelp } from './actions.ts';
import { useShell } from './shell.ts';
import { isMac, modKeyText } from './shortcuts.ts';

/** Which application is in use, and the ways to what is seldom needed. */
export function ApplicationMenu({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { show, showSettings, showOnMap, openEligibility, openKeys } = useShell();
  const version = useVersion();
  const help = useHelp();
  const isOwn = application.kind === 'own';
  const items = [
    ...useProfileItems(),
    {
      id: 'map',
      icon: IconMap2,
      label: t('frame.withKey', { label: t('map.open'), key: modKeyText('m', isMac, true) }),
      run: () => showOnMap(null),
    },
    {
      id: 'onboarding',
      icon: IconCarGarage,
      label: t('onboarding.open'),
      run: () => show('onboarding'),
    },
    {
      id: 'eligibility',
      icon: IconListCheck,
      label: t('eligibility.menu'),
      run: openEligibility,
    },
    {
      id: 'settings',
      icon: IconSettings,
      label: t('frame.withKey', { label: t('settings.open'), key: modKeyText(',', isMac) }),
      run: () => showSettings(),
    },
    {
      id: 'keys',
      icon: IconKeyboard,
      label: t('frame.withKey', { label: t('keys.open'), key: '?' }),
      run: openKeys,
    },
    {
      id: 'diagnostics',
      icon: IconActivity,
      label: t('frame.withKey', {
        label: t('diagnostics.title'),
        key: modKeyText('d', isMac, true),
      }),
      run: () => show('diagnostics'),
    },
    {
      id: 'another',
      icon: IconSwitchHorizontal,
      label: t('application.another'),
      run: () => show('doors'),
    },
    ...(isOwn
      ? [
          {
            id: 'dashboard',
            icon: IconExternalLink,
            label: t('application.dashboard'),
            run: () => help.mutate('dashboard'),
          },
        ]
      : []),
  ];
  return (
    <PopoverMenu
      icon={IconDots}
      label={t('application.menu')}
      heading={t(`application.${application.kind}`)}
      note={isOwn ? t('application.clientId', { clientId: application.clientId }) : null}
      footer={t('app.version', { version })}
      items={items}
    />
  );
}
