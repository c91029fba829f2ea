import { useTranslation } from 'react-i18next';
import { useShell } from '../../frame/shell.ts';
import { reportWords } from './importWords.ts';
import { session } from './session.ts';

/** Writes what the report shows, in its order, into a file that the person chooses. */
export function useSaveReport(): () => void {
  const { t } = useTranslation();
  const { report, say } = useShell();
  const write = async () => {
    const text = await session.csv(reportWords(t));
    const day = new Date().toISOString().slice(0, 10);
    const name = t('onboarding.import.fileName', { day });
    const saved = await window.motorpool['files.save']({ kind: 'csv', name, text });
    if (saved.ok) say(t('onboarding.import.saved', { name: saved.value }));
    else if (saved.failure !== 'cancelled') say(t('files.notWritten'));
  };
  return () => {
    write().catch(() => report('unexpected'));
  };
}
