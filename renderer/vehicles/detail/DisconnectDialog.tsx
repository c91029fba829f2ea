import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TypedWord } from '../../commands/TypedWord.tsx';
import { isWord, wordFor } from '../../commands/typedWord.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { MantineHost } from '../../ui/mantine/MantineHost.tsx';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import shared from '../../ui/shared.module.css';
import styles from './DisconnectDialog.module.css';

interface DisconnectDialogProps {
  readonly vehicleId: string;
  readonly name: string;
  /** Closes the dialog; a car that is gone closes its details by itself. */
  readonly onClose: () => void;
}

/** Asks for a word before a car is disconnected, and says what that removes. */
export default function DisconnectDialog({ vehicleId, name, onClose }: DisconnectDialogProps) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const disconnect = useMutation({
    mutationFn: () => window.motorpool['fleet.disconnect']({ vehicleId }),
    onSuccess: (result) => {
      if (result.ok) onClose();
    },
  });
  const failure = disconnect.isError
    ? 'unexpected'
    : disconnect.data && !disconnect.data.ok && disconnect.data.failure;
  const close = () => {
    if (!disconnect.isPending) onClose();
  };
  const isReady = !disconnect.isPending && isWord(word, wordFor(t, 'disconnect'));
  return (
    <MantineHost>
      <Modal.Root opened onClose={close}>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body>
            <Modal.Title className={styles.title}>{t('disconnect.title', { name })}</Modal.Title>
            <p>{t('disconnect.intro')}</p>
            <ul className={shared.bullets}>
              <li>{t('disconnect.access')}</li>
              <li>{t('disconnect.tokens')}</li>
              <li>{t('disconnect.copy')}</li>
            </ul>
            <p>{t('disconnect.afterwards')}</p>
            <form
              className={styles.word}
              onSubmit={(event) => {
                event.preventDefault();
                if (isReady) disconnect.mutate();
              }}
            >
              <TypedWord word={wordFor(t, 'disconnect')} value={word} onChange={setWord} />
            </form>
            <Failure text={failure ? t(`disconnect.failure.${failure}`) : null} />
            <div className={styles.buttons}>
              <Button unavailable={disconnect.isPending} onClick={close}>
                {t('disconnect.cancel')}
              </Button>
              <Button
                look="danger"
                data-testid="disconnect-confirm"
                unavailable={!isReady}
                onClick={() => disconnect.mutate()}
              >
                {disconnect.isPending ? t('disconnect.busy') : t('disconnect.confirm', { name })}
              </Button>
            </div>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </MantineHost>
  );
}
