import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceName } from '../../map/sourceName.ts';
import { useStatus } from '../../state/cache.ts';
import { Button } from '../../ui/Button.tsx';
import { Changed } from '../Changed.tsx';
import sections from '../SettingsScreen.module.css';
import styles from './MapSettings.module.css';
import { TilesFields } from './TilesFields.tsx';
import { useMapChange } from './useMapChange.ts';

/** What is drawn above the built-in map: tiles of a server, or a file. */
export function MapSettings() {
  const { t } = useTranslation();
  const { mapSource: source } = useStatus();
  const change = useMapChange();
  const choose = useRef<HTMLButtonElement>(null);
  const { fileFailure } = change;
  const takeBuiltIn = () => {
    change.takeBuiltIn();
    // The button goes with what it does, and would take the focus with it.
    choose.current?.focus();
  };

  return (
    <>
      <p className={sections.quiet}>{t('ownMap.intro')}</p>
      <p data-testid="own-map-in-use" className={styles.inUse}>
        {t(`ownMap.inUse.${source.kind}`, { name: sourceName(source) })}
      </p>
      <div className={styles.ways}>
        <TilesFields source={source} problem={change.templateProblem} onTake={change.takeTiles} />
        <section className={styles.way} aria-labelledby="own-map-file">
          <h3 id="own-map-file">{t('ownMap.file.title')}</h3>
          <p className={styles.quiet}>{t('ownMap.file.text')}</p>
          <div>
            <Button ref={choose} data-testid="own-map-choose" onClick={change.chooseFile}>
              {t('ownMap.file.choose')}
            </Button>
          </div>
          <p className={styles.problem} role="alert" data-testid="own-map-file-problem">
            {fileFailure &&
              t(`ownMap.file.failure.${fileFailure === 'file_gone' ? 'gone' : 'no_map'}`)}
          </p>
        </section>
      </div>
      {source.kind !== 'built_in' && (
        <div className={sections.buttons}>
          <Button data-testid="own-map-built-in" onClick={takeBuiltIn}>
            {t('ownMap.takeBuiltIn')}
          </Button>
        </div>
      )}
      <Changed
        of={change}
        text={t('ownMap.changed')}
        back={() => choose.current}
        testId="own-map-undo"
      />
    </>
  );
}
