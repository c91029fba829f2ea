import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSettings } from '../../../contract/tableView.ts';
import { formatCount } from '../../format/amount.ts';
import type { Rows } from '../../state/fleet/rows.ts';
import type { ViewChange } from '../columns/viewChanges.ts';
import { ViewTabs } from '../views/ViewTabs.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { SearchBox, type SearchHandle } from './SearchBox.tsx';
import { TableMenu } from './TableMenu.tsx';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  readonly settings: TableSettings;
  readonly setSettings: (settings: TableSettings) => void;
  readonly changeView: (change: ViewChange) => void;
  readonly rows: Rows;
  readonly gridId: string;
  readonly search: Ref<SearchHandle>;
  readonly onLeaveSearch: () => void;
  readonly onExport: () => void;
}

/** What the table shows and how: views, search, columns, grouping. */
export function Toolbar(props: ToolbarProps) {
  const { settings, setSettings, changeView, rows, gridId, search, onLeaveSearch, onExport } =
    props;
  const { t } = useTranslation();
  const { current } = settings;
  return (
    <section aria-label={t('table.toolbar')} className={styles.bar}>
      <ViewTabs settings={settings} change={setSettings} controls={gridId} />
      <SearchBox
        ref={search}
        query={current.query}
        problem={rows.problem}
        onChange={(query) => changeView({ query })}
        onLeave={onLeaveSearch}
      />
      {current.query.trim() !== '' && (
        <span className={styles.matches} data-testid="matches">
          {t('search.matches', {
            found: formatCount(rows.matches),
            total: formatCount(rows.total),
          })}
        </span>
      )}
      <span className={styles.space} />
      <TableMenu
        settings={settings}
        change={changeView}
        setSettings={setSettings}
        onExport={onExport}
      />
      <ColumnChooser view={current} change={changeView} />
    </section>
  );
}
