import type { Icon } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import { listMove } from './listMove.ts';
import styles from './PopoverMenu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly icon: Icon;
  /** Shown in place of the icon. */
  readonly mark?: ReactNode;
  /** Set where the entry is one of several of which one is in use. */
  readonly isChosen?: boolean;
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
    const to = listMove(event.key, 'column', from, all.length);
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
          {items.map(({ id: itemId, icon: Picture, mark, isChosen, label: text, run }) => (
            <button
              key={itemId}
              type="button"
              {...(isChosen === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': isChosen })}
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                popover.current?.hidePopover();
                run();
              }}
            >
              {mark ?? <Picture size={16} aria-hidden />}
              {text}
            </button>
          ))}
        </div>
        <p className={styles.footer}>{footer}</p>
      </div>
    </>
  );
}
