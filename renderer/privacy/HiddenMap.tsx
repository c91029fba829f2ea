import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { Button } from '../ui/Button.tsx';
import { useEscape } from '../ui/useEscape.ts';
import type { TableHandle } from '../vehicles/VehicleTable.tsx';
import styles from './HiddenMap.module.css';
import { useDetailsSwitch } from './usePrivacy.ts';

/** Stands where the map would be while places are hidden. */
export default function HiddenMap({ ref }: { readonly ref: Ref<TableHandle> }) {
  const { t } = useTranslation();
  const { show } = useShell();
  const { toggle } = useDetailsSwitch();
  const heading = useRef<HTMLHeadingElement>(null);
  useEscape(() => show('vehicles'));
  useEffect(() => heading.current?.focus(), []);
  useImperativeHandle(ref, () => ({ focus: () => heading.current?.focus(), beside: () => null }));
  return (
    <section className={styles.screen} data-testid="map-hidden">
      <IconEyeOff size={32} aria-hidden className={styles.icon} />
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('privacy.mapTitle')}
      </h2>
      <p className={styles.text}>{t('privacy.mapText')}</p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => show('vehicles')}>
          {t('map.back')}
        </Button>
        <Button data-testid="map-show-details" onClick={toggle}>
          {t('privacy.show')}
        </Button>
      </div>
    </section>
  );
}
