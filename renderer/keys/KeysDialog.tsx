import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShell } from '../frame/shell.ts';
import { isMac } from '../frame/shortcuts.ts';
import { useStatus } from '../state/cache.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './KeysDialog.module.css';
import { foundOnSheet, keySheet } from './keySheet.ts';
import { keyText } from './keyText.ts';

const WIDTH = 760;

/** All keys by the place where they work, and a search among them. */
export default function KeysDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const { closeLayer } = useShell();
  const [query, setQuery] = useState('');
  const id = useId();
  const { shortcuts } = useStatus();
  const sections = foundOnSheet(keySheet(shortcuts), query, t, isMac);
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="keys-dialog"
      title={t('keys.title')}
      badge={null}
      end={<IconButton icon={IconX} label={t('keys.close')} onClick={closeLayer} />}
      width={WIDTH}
      onClose={closeLayer}
    >
      <div className={styles.body}>
        <SearchField
          data-autofocus
          icon={IconSearch}
          className={styles.find}
          aria-label={t('keys.find')}
          placeholder={t('keys.find')}
          value={query}
          clear={{ label: t('search.clear'), run: () => setQuery('') }}
          onChange={({ target }) => setQuery(target.value)}
        />
        {/* Always there: a live region that appears together with its text is not read out. */}
        <p role="status" className={styles.none}>
          {sections.length === 0 && t('keys.none', { query })}
        </p>
        <div className={styles.sections}>
          {sections.map(({ place, lines }) => (
            <section key={place} aria-labelledby={`${id}-${place}`} className={styles.section}>
              <h3 id={`${id}-${place}`} className={styles.place}>
                {t(`keys.place.${place}`)}
              </h3>
              <dl className={styles.lines}>
                {lines.map(({ words, keys }) => (
                  <div key={words} className={styles.line}>
                    <dt>{t(words)}</dt>
                    <dd className={styles.keys}>
                      {keys.map((key) => (
                        <Kbd key={key}>{keyText(key, isMac, t)}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </LayerDialog>
  );
}
