import IconCarGarage from '@tabler/icons-react/dist/esm/icons/IconCarGarage.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { useConnect } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import styles from './NoVehicles.module.css';

/** The first thing seen after the set-up: one picture, one sentence, and the two ways to begin. */
export function NoVehicles({ isSimulated }: { readonly isSimulated: boolean }) {
  const { t } = useTranslation();
  const { status } = useConnect();
  const { openConnect, openEligibility, show } = useShell();
  return (
    <section className={styles.empty}>
      <svg viewBox="0 0 160 72" className={styles.picture} aria-hidden="true">
        <path d="M8 58.5h144" />
        <path d="M34 58.5H23c-3 0-5-2-5-5v-9c0-4 2.500-6.500 6-7.500l20-4.500 17-15c3-2.500 6-3.500 10-3.500h22c4 0 7 1.500 9.500 4.500l11.500 14 18 3.500c5 1 8 4 8 9v8.500c0 3-2 5-5 5h-7M58 58.500h44" />
        <path d="M54 32l12.500-11c1.500-1.300 3-2 5-2h9v13zM88 19h5c2 0 3.500.8 5 2.500L105.500 32H88z" />
        <circle cx="46" cy="57" r="10" />
        <circle cx="114" cy="57" r="10" />
      </svg>
      <h2>{t('vehicles.emptyTitle')}</h2>
      <p>{t(isSimulated ? 'vehicles.emptyTextSimulated' : 'vehicles.emptyText')}</p>
      {status === 'idle' && (
        <div className={styles.buttons}>
          <Button look="primary" aria-haspopup="dialog" onClick={() => openConnect()}>
            <IconPlus size={16} aria-hidden />
            {t('frame.connect')}
          </Button>
          <Button aria-haspopup="dialog" onClick={openEligibility}>
            <IconListCheck size={16} aria-hidden />
            {t('eligibility.open')}
          </Button>
          <Button data-testid="onboarding-open" onClick={() => show('onboarding')}>
            <IconCarGarage size={16} aria-hidden />
            {t('onboarding.open')}
          </Button>
        </div>
      )}
    </section>
  );
}
