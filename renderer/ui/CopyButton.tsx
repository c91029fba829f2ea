import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton.tsx';
import shared from './shared.module.css';
import { useCopy } from './useCopy.ts';

const ICONS = { idle: IconCopy, copied: IconCheck, failed: IconAlertTriangle };

/** Copies a text and says for two seconds whether it worked, to the eye and to screen readers. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const [state, copy] = useCopy();
  const words = { idle: '', copied: t('detail.copied'), failed: t('detail.copyFailed') }[state];
  return (
    <>
      <IconButton icon={ICONS[state]} label={words || label} onClick={() => copy(text)} />
      <span className={shared.hidden} role="status">
        {words}
      </span>
    </>
  );
}
