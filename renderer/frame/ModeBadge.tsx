import IconBroadcast from '@tabler/icons-react/dist/esm/icons/IconBroadcast.mjs';
import IconFlask from '@tabler/icons-react/dist/esm/icons/IconFlask.mjs';
import IconTestPipe from '@tabler/icons-react/dist/esm/icons/IconTestPipe.mjs';
import { useTranslation } from 'react-i18next';
import type { Application, Mode } from '../../contract/application.ts';
import styles from './ModeBadge.module.css';

const ICONS = { live: IconBroadcast, simulated: IconFlask, test: IconTestPipe };

/** Which cars one is dealing with. */
export function modeOf(application: Application): Mode {
  return application.kind === 'simulated' ? 'simulated' : application.mode;
}

/** Says at every moment whether these are real cars. */
export function ModeBadge({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation();
  const Picture = ICONS[mode];
  return (
    <span className={styles.badge} data-mode={mode} title={t(`mode.${mode}Hint`)}>
      <Picture size={16} aria-hidden />
      {t(`mode.${mode}`)}
    </span>
  );
}
