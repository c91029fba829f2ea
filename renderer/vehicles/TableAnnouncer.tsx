import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../contract/tableView.ts';
import { formatCount } from '../format/amount.ts';
import { andText } from '../format/list.ts';
import shared from '../ui/shared.module.css';

interface TableAnnouncerProps {
  readonly view: TableView;
  readonly found: number;
  readonly total: number;
  readonly picked: number;
}

/** Long enough that not every letter of a search is answered. */
const AFTER_TYPING_MS = 600;

/** Calls back with each new value, but not with the first one. */
function useChange<T>(value: T, onChange: (value: T) => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (Object.is(before.current, value)) return;
    before.current = value;
    onChange(value);
  });
}

/**
 * Tells screen readers what a person did to the table: how it is sorted now, how many are picked, how
 * many a search has found. It is always there, because a live region that appears together with its
 * text is not read out.
 */
export function TableAnnouncer({ view, found, total, picked }: TableAnnouncerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { sort, query, groupBy } = view;
  useChange(sort, () => {
    const columns = sort.map(({ column, descending }) =>
      t(descending ? 'table.down' : 'table.up', { column: t(`column.${column}`) }),
    );
    setText(
      columns.length === 0
        ? t('table.notSorted')
        : t('table.sorted', { columns: andText(columns) }),
    );
  });
  useChange(groupBy, () => {
    setText(
      groupBy === null
        ? t('table.notGrouped')
        : t('table.grouped', { column: t(`column.${groupBy}`) }),
    );
  });
  useChange(picked, () => {
    setText(t('bulk.selected', { count: picked, value: formatCount(picked) }));
  });
  const lastQuery = useRef(query);
  useEffect(() => {
    if (lastQuery.current === query) return;
    const timer = setTimeout(() => {
      lastQuery.current = query;
      setText(t('search.matches', { found: formatCount(found), total: formatCount(total) }));
    }, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [query, found, total, t]);
  return (
    <p className={shared.hidden} role="status" data-testid="table-announcer">
      {text}
    </p>
  );
}
