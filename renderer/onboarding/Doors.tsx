import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import { useTranslation } from 'react-i18next';
import styles from './Hub.module.css';

interface DoorsProps {
  readonly onConnect: () => void;
  readonly onImport: () => void;
}

/** The ways in, each with its key. */
export function Doors({ onConnect, onImport }: DoorsProps) {
  const { t } = useTranslation();
  const doors = [
    {
      ...{
        name: 'connect',
        key: 'C',
        icon: IconPlugConnected,
        act: onConnect,
        popup: 'dialog' as const,
      },
      title: t('onboarding.door.connect'),
      text: t('onboarding.door.connectText'),
    },
    {
      ...{ name: 'import', key: 'V', icon: IconFileImport, act: onImport, popup: undefined },
      title: t('onboarding.door.import'),
      text: t('onboarding.door.importText'),
    },
  ];
  return (
    <div className={styles.doors}>
      {doors.map(({ name, key, icon: Picture, act, title, text, popup }) => (
        <button
          key={name}
          type="button"
          className={styles.door}
          aria-keyshortcuts={key}
          aria-haspopup={popup}
          data-testid={`onboarding-${name}`}
          onClick={act}
        >
          <Picture size={20} aria-hidden />
          <span className={styles.doorTitle}>{t('frame.withKey', { label: title, key })}</span>
          <span className={styles.quiet}>{text}</span>
        </button>
      ))}
    </div>
  );
}
