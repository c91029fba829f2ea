import type { Icon } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import styles from './PopoverMenu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly icon: Icon;
  readonly label: string;
  readonly run: () => void;
}

interface PopoverMenuProps {
  readonly icon: Icon;
  readonly label: string;
  readonly heading: string;
  readonly note: string | null;
  readonly footer: string;
  readonly items: readonly MenuItem[];
}

/** Which item a key moves to; `null` for keys that are none of the menu's. */
export function menuMove(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * A menu on the browser's own popover, which closes on Escape and on a click elsewhere and gives the
 * focus back by itself. It is part of the start chunk, where a component kit would weigh too much.
 */
export function PopoverMenu({ icon, label, heading, note, footer, items }: PopoverMenuProps) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const buttons = (): readonly HTMLElement[] => [
    ...(popover.current?.querySelectorAll('button') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const from = all.findIndex((button) => button.matches(':focus'));
    const to = menuMove(event.key, from, all.length);
    if (event.key === 'Tab') popover.current?.hidePopover();
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  return (
    <>
      <IconButton icon={icon} label={label} aria-haspopup="menu" popoverTarget={id} />
      <div
        id={id}
        ref={popover}
        popover="auto"
        className={styles.popover}
        onToggle={(event) => {
          if (event.newState === 'open') buttons()[0]?.focus();
        }}
      >
        <p className={styles.heading}>{heading}</p>
        {note && <p className={styles.note}>{note}</p>}
        <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
          {items.map(({ id: itemId, icon: Picture, label: text, run }) => (
            <button
              key={itemId}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                popover.current?.hidePopover();
                run();
              }}
            >
              <Picture size={16} aria-hidden />
              {text}
            </button>
          ))}
        </div>
        <p className={styles.footer}>{footer}</p>
      </div>
    </>
  );
}
