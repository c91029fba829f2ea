import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import IconFileExport from '@tabler/icons-react/dist/esm/icons/IconFileExport.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRestore from '@tabler/icons-react/dist/esm/icons/IconRestore.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useTranslation } from 'react-i18next';
import type { TableSettings } from '../../../contract/tableView.ts';
import type { AnchoredItem } from '../../ui/AnchoredMenu.tsx';
import { useViewFiles } from './useViewFiles.ts';
import { isChanged, withActive, without, withSaved } from './viewList.ts';

/** What can be done with the active view and with all of them. */
export function useViewItems(
  settings: TableSettings,
  change: (settings: TableSettings) => void,
  askName: (id: string | null, name: string) => void,
): readonly AnchoredItem[] {
  const { t } = useTranslation();
  const files = useViewFiles(settings, change);
  const { views, activeViewId } = settings;
  const active = views.find(({ id }) => id === activeViewId);
  const isOther = isChanged(settings);
  return [
    ...(active && isOther
      ? [
          {
            id: 'view-update',
            icon: IconDeviceFloppy,
            label: t('views.update', { name: active.name }),
            run: () => change(withSaved(settings)),
          },
        ]
      : []),
    {
      id: 'view-save-as',
      icon: IconPlus,
      label: t('views.saveAs'),
      run: () => askName(null, ''),
    },
    ...(isOther
      ? [
          {
            id: 'view-reset',
            icon: IconRestore,
            label: t('views.reset'),
            run: () => change(withActive(settings, activeViewId)),
          },
        ]
      : []),
    ...(active
      ? [
          {
            id: 'view-rename',
            icon: IconPencil,
            label: t('views.rename'),
            run: () => askName(active.id, active.name),
          },
          {
            id: 'view-delete',
            icon: IconTrash,
            label: t('views.delete', { name: active.name }),
            run: () => change(without(settings, active.id)),
          },
        ]
      : []),
    { id: 'line', line: true },
    ...(views.length > 0
      ? [
          {
            id: 'views-export',
            icon: IconFileExport,
            label: t('views.export'),
            run: files.save,
          },
        ]
      : []),
    { id: 'views-import', icon: IconFileImport, label: t('views.import'), run: files.open },
  ];
}
