import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableSettings } from '../../../contract/tableView.ts';
import { AnchoredMenu } from '../../ui/AnchoredMenu.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { listMove } from '../../ui/listMove.ts';
import { NameForm } from './NameForm.tsx';
import { useViewItems } from './useViewItems.ts';
import styles from './ViewTabs.module.css';
import { isChanged, withActive, withName, withNew } from './viewList.ts';

interface ViewTabsProps {
  readonly settings: TableSettings;
  readonly change: (settings: TableSettings) => void;
  /** The element that the tabs set up. */
  readonly controls: string;
}

/** What is being named: a new view, or one that there is. */
type Naming = { readonly id: string | null; readonly name: string };

/** The whole table and the saved views, as tabs. */
export function ViewTabs({ settings, change, controls }: ViewTabsProps) {
  const { t } = useTranslation();
  const [naming, setNaming] = useState<Naming | null>(null);
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { views, activeViewId } = settings;
  const tabs = [{ id: null, name: t('views.all') }, ...views];
  const changed = isChanged(settings);
  const items = useViewItems(settings, change, (id, name) => setNaming({ id, name }));

  const onKeyDown = (event: KeyboardEvent) => {
    const from = tabs.findIndex(({ id }) => id === activeViewId);
    const to = listMove(event.key, 'row', from, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (!next || to === null) return;
    event.preventDefault();
    change(withActive(settings, next.id));
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };

  // The form takes the focus away with it.
  const wasNaming = useRef(false);
  useEffect(() => {
    if (wasNaming.current && !naming) {
      list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    }
    wasNaming.current = naming !== null;
  }, [naming]);

  const name = (text: string) => {
    if (naming?.id) change(withName(settings, naming.id, text));
    else change(withNew(settings, crypto.randomUUID(), text));
    setNaming(null);
  };

  return (
    <div className={styles.views}>
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={t('views.label')}
        className={styles.tabs}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ id, name: text }) => {
          const isActive = id === activeViewId;
          return (
            <button
              key={id ?? ''}
              type="button"
              role="tab"
              className={styles.tab}
              tabIndex={isActive ? 0 : -1}
              aria-selected={isActive}
              aria-controls={controls}
              data-testid="view-tab"
              onClick={() => change(withActive(settings, id))}
              onContextMenu={(event) => {
                event.preventDefault();
                if (!isActive) change(withActive(settings, id));
                setMenuAt(new DOMRect(event.clientX, event.clientY, 0, 0));
              }}
            >
              {isActive && changed ? t('views.changed', { name: text }) : text}
            </button>
          );
        })}
      </div>
      <IconButton
        icon={IconChevronDown}
        label={t('views.menu')}
        aria-haspopup="menu"
        data-testid="views-menu"
        onClick={({ currentTarget }) => setMenuAt(currentTarget.getBoundingClientRect())}
      />
      {changed && activeViewId === null && !naming && (
        <IconButton
          icon={IconPlus}
          label={t('views.saveAs')}
          data-testid="view-save"
          onClick={() => setNaming({ id: null, name: '' })}
        />
      )}
      {naming && (
        <NameForm
          key={naming.id ?? ''}
          name={naming.name}
          label={t(naming.id === null ? 'views.newName' : 'views.rename')}
          onName={name}
          onCancel={() => setNaming(null)}
        />
      )}
      {menuAt && (
        <AnchoredMenu
          label={t('views.menu')}
          at={menuAt}
          items={items}
          onClose={() => setMenuAt(null)}
        />
      )}
    </div>
  );
}
