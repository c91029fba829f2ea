import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application, ExchangeKind } from '../../contract/application.ts';
import { useStatus } from '../state/cache.ts';
import { ChoiceList } from '../ui/ChoiceList.tsx';
import { MantineHost } from '../ui/mantine/MantineHost.tsx';
import styles from './ApplicationFields.module.css';
import { BackendForm } from './BackendForm.tsx';
import { LocalForm } from './LocalForm.tsx';

interface ApplicationFormScreenProps {
  /** The one in use; `null` for a new one. */
  readonly application: Application | null;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const PLACES = ['local', 'backend'] as const satisfies readonly ExchangeKind[];

/** The second door: an application of one's own, whose client secret is kept here or by a backend. */
export default function ApplicationFormScreen(props: ApplicationFormScreenProps) {
  const { application, onBack, onDone } = props;
  const { t } = useTranslation();
  const { profile } = useStatus();
  const own = application?.kind === 'own' ? application : null;
  const [place, setPlace] = useState<ExchangeKind>(own?.exchange.kind ?? 'local');
  // Who is choosing with the arrow keys keeps the focus on the choice.
  const [takesFocus, setTakesFocus] = useState(true);
  const Form = place === 'local' ? LocalForm : BackendForm;
  return (
    <MantineHost>
      <h1>{t('setup.formTitle')}</h1>
      <div className={styles.place}>
        <ChoiceList
          legend={t('setup.place')}
          value={place}
          testIdPrefix="secret"
          choices={PLACES.map((value) => ({
            value,
            label: t(`setup.placeOf.${value}`),
            text: t(`setup.placeText.${value}`),
          }))}
          onChoose={(chosen) => {
            setPlace(chosen);
            setTakesFocus(false);
          }}
        />
      </div>
      <Form
        application={own}
        profileId={own && profile}
        takesFocus={takesFocus}
        onBack={onBack}
        onDone={onDone}
      />
    </MantineHost>
  );
}
