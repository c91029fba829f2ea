import { Modal } from '@mantine/core';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { MantineHost } from '../ui/mantine/MantineHost.tsx';
import shared from '../ui/shared.module.css';
import { grouped, movedActive, type PaletteEntry } from './entries.ts';
import styles from './PaletteDialog.module.css';
import { PaletteOption } from './PaletteOption.tsx';
import { recent } from './recent.ts';
import { usePaletteEntries } from './usePaletteEntries.ts';

const WIDTH = 620;
const PAGE = 8;

/** Entries under one heading, which is not an entry itself. */
const groupRole = (labelledBy: string) => ({ role: 'group', 'aria-labelledby': labelledBy });

/** How far a key goes among so many entries. */
function stepOf(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return movedActive(active, 1, count);
  if (key === 'ArrowUp') return movedActive(active, -1, count);
  if (key === 'PageDown') return Math.min(count - 1, active + PAGE);
  if (key === 'PageUp') return Math.max(0, active - PAGE);
  return null;
}

/** One field that finds whatever can be done or looked at, and does it (ARIA "Combobox"). */
export default function PaletteDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const { closeLayer } = useShell();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = grouped(usePaletteEntries(query));
  const entries = groups.flatMap(([, members]) => members);
  const optionId = (at: number) => `${id}-option-${at}`;
  const current = entries[Math.min(active, entries.length - 1)];
  const at = current ? entries.indexOf(current) : -1;

  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });

  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry || entry.whyNot !== null) return;
    if (entry.id !== 'inTable') recent.remember(entry.id);
    closeLayer();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = stepOf(event.key, at, entries.length);
    if (event.key === 'Enter') choose(current);
    else if (next !== null) setActive(next);
    else return;
    event.preventDefault();
  };

  return (
    <MantineHost>
      <Modal.Root
        opened={isOnTop}
        keepMounted
        returnFocus={false}
        centered={false}
        size={WIDTH}
        yOffset="10vh"
        xOffset={24}
        classNames={{ content: styles.dialog ?? '' }}
        onClose={closeLayer}
      >
        <Modal.Overlay />
        <Modal.Content data-testid="palette" aria-label={t('actions.palette.title')}>
          <div className={styles.box}>
            <IconSearch size={16} aria-hidden />
            <input
              data-autofocus
              type="text"
              role="combobox"
              className={styles.input}
              value={query}
              placeholder={t('actions.palette.placeholder')}
              autoComplete="off"
              spellCheck={false}
              aria-label={t('actions.palette.placeholder')}
              aria-autocomplete="list"
              aria-expanded={entries.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={at === -1 ? undefined : optionId(at)}
              data-testid="palette-search"
              onChange={({ target }) => {
                setActive(0);
                setQuery(target.value);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          {/* Always there: a live region that appears together with its text is not read out. */}
          <p role="status" className={entries.length > 0 ? shared.hidden : styles.none}>
            {entries.length > 0
              ? t('actions.palette.found', {
                  count: entries.length,
                  value: formatCount(entries.length),
                })
              : t('actions.palette.none', { query })}
          </p>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label={t('actions.palette.title')}
            className={styles.list}
          >
            {groups.map(([group, members]) => (
              <div key={group} {...groupRole(`${id}-${group}`)}>
                <div id={`${id}-${group}`} className={styles.group} role="presentation">
                  {t(`actions.palette.group.${group}`)}
                </div>
                {members.map((entry) => (
                  <PaletteOption
                    key={entry.id}
                    id={optionId(entries.indexOf(entry))}
                    entry={entry}
                    isActive={entry === current}
                    onPoint={() => setActive(entries.indexOf(entry))}
                    onChoose={() => choose(entry)}
                  />
                ))}
              </div>
            ))}
          </div>
        </Modal.Content>
      </Modal.Root>
    </MantineHost>
  );
}
