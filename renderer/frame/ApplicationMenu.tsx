import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { useActions, useWithKey } from '../actions/actions.ts';
import { useProfileItems } from '../profiles/useProfileItems.tsx';
import { useVersion } from '../state/cache.ts';
import { PopoverMenu } from '../ui/PopoverMenu.tsx';
import { useHelp } from './actions.ts';

const ITEMS = [
  'palette',
  'map',
  'onboarding',
  'checkVins',
  'settings',
  'keys',
  'diagnostics',
  'anotherApplication',
] as const;

/** Which application is in use, and the ways to what is seldom needed. */
export function ApplicationMenu({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const actions = useActions();
  const withKey = useWithKey();
  const version = useVersion();
  const help = useHelp();
  const isOwn = application.kind === 'own';
  const items = [
    ...useProfileItems(),
    ...ITEMS.map((id) => ({ ...actions[id], label: withKey(actions[id]) })),
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
