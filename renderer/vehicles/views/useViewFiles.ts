import { useTranslation } from 'react-i18next';
import type { TableSettings } from '../../../contract/tableView.ts';
import { useShell } from '../../frame/shell.ts';
import { viewFileText, viewsInFile } from './viewFile.ts';
import { withAdded } from './viewList.ts';

interface ViewFiles {
  readonly save: () => void;
  readonly open: () => void;
}

/** Saved views to a file, and from one, for another computer or a colleague. */
export function useViewFiles(
  settings: TableSettings,
  change: (settings: TableSettings) => void,
): ViewFiles {
  const { t } = useTranslation();
  const { report, say } = useShell();
  const save = async () => {
    const text = viewFileText(settings.views);
    const name = t('views.fileName');
    const saved = await window.motorpool['files.save']({ kind: 'views', name, text });
    if (saved.ok) say(t('files.saved', { name: saved.value }));
    else if (saved.failure !== 'cancelled') say(t('files.notWritten'));
  };
  const open = async () => {
    const opened = await window.motorpool['files.open']({ kind: 'views' });
    if (!opened.ok) {
      if (opened.failure !== 'cancelled') say(t('files.notReadable'));
      return;
    }
    const views = viewsInFile(opened.value);
    if (!views) {
      say(t('views.noneInFile'));
      return;
    }
    change(withAdded(settings, views, () => crypto.randomUUID()));
    say(t('views.added', { count: views.length }));
  };
  const orReport = (task: () => Promise<void>) => () => {
    task().catch(() => report('unexpected'));
  };
  return { save: orReport(save), open: orReport(open) };
}
