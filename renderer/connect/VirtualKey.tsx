import { QRCodeSVG } from 'qrcode.react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton.tsx';
import shared from '../ui/shared.module.css';
import styles from './VirtualKey.module.css';

const SIZE = 144;
/** Scanners need four light modules around the code, whatever the theme is. */
const QUIET_ZONE = 4;

/**
 * Some cars take commands only with a virtual key, which the owner adds with the phone; so the page is
 * a code to be scanned, and an address for those who would rather send it.
 */
export default function VirtualKey({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <section className={styles.key} aria-labelledby={titleId} data-testid="virtual-key">
      <QRCodeSVG
        value={url}
        size={SIZE}
        marginSize={QUIET_ZONE}
        level="M"
        title={t('outcome.virtualKey.code')}
        className={styles.code}
      />
      <div className={styles.words}>
        <h3 id={titleId}>{t('outcome.virtualKey.title')}</h3>
        <p>{t('outcome.virtualKey.text')}</p>
        <p className={styles.address}>
          <span className={shared.copyable}>{url}</span>
          <CopyButton text={url} label={t('outcome.virtualKey.copy')} />
        </p>
      </div>
    </section>
  );
}
