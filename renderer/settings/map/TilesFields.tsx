import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type MapSource,
  type TemplateProblem,
  type TilesForm,
  templateHost,
} from '../../../contract/ownMap.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './MapSettings.module.css';

interface TilesFieldsProps {
  readonly source: MapSource;
  readonly problem: TemplateProblem | null;
  readonly onTake: (form: TilesForm) => void;
}

/** The address of a tile server, and whom its map is to name. */
export function TilesFields({ source, problem, onTake }: TilesFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const used = source.kind === 'tiles' ? source : { template: '', attribution: '' };
  const [template, setTemplate] = useState(used.template);
  const [attribution, setAttribution] = useState(used.attribution);
  const [shown, setShown] = useState(used);
  // What is taken back goes out of the fields as well. They stay where they are, and so does the focus.
  if (shown.template !== used.template || shown.attribution !== used.attribution) {
    setShown(used);
    setTemplate(used.template);
    setAttribution(used.attribution);
  }
  const host = templateHost(template.trim());

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake({ template: template.trim(), attribution: attribution.trim() });
  };
  return (
    <form className={styles.way} aria-labelledby={`${id}-title`} noValidate onSubmit={submit}>
      <h3 id={`${id}-title`}>{t('ownMap.tiles.title')}</h3>
      <label htmlFor={`${id}-template`}>{t('ownMap.tiles.template')}</label>
      <input
        id={`${id}-template`}
        className={styles.input}
        value={template}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('ownMap.tiles.example')}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem ${id}-privacy`}
        data-testid="own-map-template"
        onChange={(event) => setTemplate(event.target.value)}
      />
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem && t(`ownMap.tiles.problem.${problem}`)}
      </p>
      <p id={`${id}-privacy`} className={styles.quiet} data-testid="own-map-privacy">
        {t('ownMap.tiles.privacy', { host: host || t('ownMap.tiles.server') })}
      </p>
      <label htmlFor={`${id}-attribution`}>{t('ownMap.tiles.attribution')}</label>
      <input
        id={`${id}-attribution`}
        className={styles.input}
        value={attribution}
        maxLength={300}
        aria-describedby={`${id}-attribution-text`}
        data-testid="own-map-attribution"
        onChange={(event) => setAttribution(event.target.value)}
      />
      <p id={`${id}-attribution-text`} className={styles.quiet}>
        {t('ownMap.tiles.attributionText')}
      </p>
      <div>
        <Button type="submit" data-testid="own-map-take">
          {t('ownMap.tiles.take')}
        </Button>
      </div>
    </form>
  );
}
