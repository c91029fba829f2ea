import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import shared from './shared.module.css';

const ICONS = { idle: IconCopy, copied: IconCheck, failed: IconAlertTriangle };

/** Copies a text and says for two seconds whether it worked, to the eye and to screen readers. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<keyof typeof ICONS>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  const words = { idle: '', copied: t('detail.copied'), failed: t('detail.copyFailed') }[state];
  return (
    <>
      <IconButton icon={ICONS[state]} label={words || label} onClick={copy} />
      <span className={shared.hidden} role="status">
        {words}
      </span>
    </>
  );
}
