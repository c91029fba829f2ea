import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listMove } from '../../ui/listMove.ts';
import styles from './Pages.module.css';
import type { SettingsPage } from './pageTable.ts';

interface PageListProps {
  readonly pages: readonly SettingsPage[];
  /** `null` where the search found none. */
  readonly shown: SettingsPage | null;
  readonly idOf: (page: SettingsPage) => string;
  readonly panelId: string;
  readonly onChoose: (page: SettingsPage) => void;
}

/** The pages; arrow keys show the one that they come to. */
export function PageList({ pages, shown, idOf, panelId, onChoose }: PageListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const shownId = shown?.id;

  useEffect(() => {
    if (shownId === undefined) return;
    const tab = list.current?.querySelector(`[data-page="${shownId}"]`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shownId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = pages.findIndex(({ id }) => id === shownId);
    const to =
      listMove(event.key, 'column', from, pages.length) ??
      listMove(event.key, 'row', from, pages.length);
    const next = to === null ? undefined : pages[to];
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-page="${next.id}"]`)?.focus();
  };

  return (
    <div
      ref={list}
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('settings.pages.label')}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      {pages.map((page) => (
        <button
          key={page.id}
          type="button"
          role="tab"
          id={idOf(page)}
          aria-selected={page === shown}
          aria-controls={page === shown ? panelId : undefined}
          tabIndex={page === shown ? 0 : -1}
          className={styles.tab}
          data-page={page.id}
          data-testid={`settings-page-${page.id}`}
          onClick={() => onChoose(page)}
        >
          <page.icon size={16} aria-hidden />
          {t(page.name)}
        </button>
      ))}
    </div>
  );
}
