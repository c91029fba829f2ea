import { useTranslation } from 'react-i18next';
import type { DataWork } from '../../../contract/data.ts';
import { amountWords, formatFraction } from '../../format/amount.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';

/** How far a long piece of work is, and the way to end it. An import is one step, and cannot be. */
export function WorkBar({ work: { kind, done, total } }: { readonly work: DataWork }) {
  const { t } = useTranslation();
  const fraction = total > 0 ? done / total : null;
  const stop = {
    label: t('data.stop'),
    run: () => void window.motorpool['data.stop'](),
    testId: 'data-stop',
  };
  return (
    <ProgressLine
      text={t(`data.working.${kind}`)}
      {...(fraction !== null && { detail: amountWords(formatFraction(fraction)) })}
      done={fraction}
      max={1}
      {...(kind !== 'import' && { stop })}
      testId="data-work"
    />
  );
}
