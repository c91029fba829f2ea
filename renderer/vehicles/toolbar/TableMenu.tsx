import IconSettings from '@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconLayoutList from '@tabler/icons-react/dist/esm/icons/IconLayoutList.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnId, DENSITIES, type TableSettings } from '../../../contract/tableView.ts';
import { firstKeyText, useActions } from '../../actions/actions.ts';
import { type AnchoredItem, AnchoredMenu } from '../../ui/AnchoredMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ViewChange } from '../columns/viewChanges.ts';

interface TableMenuProps {
  readonly settings: TableSettings;
  readonly change: (change: ViewChange) => void;
  readonly setSettings: (settings: TableSettings) => void;
  readonly onExport: () => void;
}

/** By what people group a fleet; any other column can be grouped by at its heading. */
const GROUPINGS: readonly ColumnId[] = [
  'group',
  'driver',
  'model',
  'status',
  'energy',
  'charge',
  'security',
  'age',
  'tags',
];

/** Grouping, density, small lines and export. */
export function TableMenu({ settings, change, setSettings, onExport }: TableMenuProps) {
  const { t } = useTranslation();
  const { export: exportAction } = useActions();
  const [open, setOpen] = useState<{ what: 'group' | 'more'; at: DOMRect } | null>(null);
  const { groupBy } = settings.current;
  const offered =
    groupBy === null || GROUPINGS.includes(groupBy) ? GROUPINGS : [groupBy, ...GROUPINGS];
  const groupItems: readonly AnchoredItem[] = [
    {
      id: 'group-none',
      label: t('group.none'),
      isChecked: groupBy === null,
      run: () => change({ groupBy: null }),
    },
    ...offered.map((column) => ({
      id: `group-${column}`,
      label: t(`column.${column}`),
      isChecked: groupBy === column,
      run: () => change({ groupBy: column }),
    })),
  ];
  const moreItems: readonly AnchoredItem[] = [
    ...DENSITIES.map((one) => ({
      id: `density-${one}`,
      label: t(`table.${one}`),
      isChecked: settings.density === one,
      run: () => setSettings({ ...settings, density: one }),
    })),
    { id: 'density-line', line: true },
    {
      id: 'small-lines',
      label: t('trends.smallLines'),
      isChecked: settings.smallLines,
      run: () => setSettings({ ...settings, smallLines: !settings.smallLines }),
    },
    { id: 'line', line: true },
    {
      id: 'export',
      icon: IconDownload,
      label: t('export.shown'),
      keys: firstKeyText(exportAction, t) ?? '',
      run: onExport,
    },
  ];
  return (
    <>
      <Button
        look="quiet"
        aria-haspopup="menu"
        data-testid="group-button"
        onClick={({ currentTarget }) =>
          setOpen({ what: 'group', at: currentTarget.getBoundingClientRect() })
        }
      >
        <IconLayoutList size={16} aria-hidden />
        {groupBy === null ? t('group.button') : t('group.by', { column: t(`column.${groupBy}`) })}
      </Button>
      <IconButton
        icon={IconSettings}
        label={t('table.menu')}
        aria-haspopup="menu"
        data-testid="table-menu"
        onClick={({ currentTarget }) =>
          setOpen({ what: 'more', at: currentTarget.getBoundingClientRect() })
        }
      />
      {open && (
        <AnchoredMenu
          label={t(open.what === 'group' ? 'group.button' : 'table.menu')}
          at={open.at}
          items={open.what === 'group' ? groupItems : moreItems}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
