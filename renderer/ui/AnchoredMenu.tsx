import type { Icon } from '@tabler/icons-react';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import styles from './AnchoredMenu.module.css';
import { listMove } from './listMove.ts';

/** Something to choose, or a line between two kinds of things. */
export type AnchoredItem =
  | {
      readonly id: string;
      readonly icon?: Icon;
      readonly label: string;
      /** The key that does the same without the menu. */
      readonly keys?: string;
      /** Chosen among several; `undefined` where it is not such a thing. */
      readonly isChecked?: boolean;
      readonly run: () => void;
    }
  | { readonly id: string; readonly line: true };

interface AnchoredMenuProps {
  readonly label: string;
  /** Where it was asked for, in the window's coordinates. */
  readonly at: DOMRect;
  readonly items: readonly AnchoredItem[];
  readonly onClose: () => void;
}

const EDGE = 8;

/**
 * A menu beside what it is about. Escape, Tab and a click elsewhere close it, and the focus goes back to
 * where it was. The browser's own closing would also close it when the button of the mouse that asked
 * for it is let go.
 */
export function AnchoredMenu({ label, at, items, onClose }: AnchoredMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const onLeave = useEffectEvent(onClose);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    before.current = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(at.left, window.innerWidth - width - EDGE);
    const below = at.bottom + height + EDGE <= window.innerHeight;
    const top = below ? at.bottom : Math.max(EDGE, at.top - height);
    element.style.left = `${Math.max(EDGE, left)}px`;
    element.style.top = `${top}px`;
    element.querySelector('button')?.focus();
  }, [at]);

  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) onLeave();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    window.addEventListener('blur', onLeave);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      window.removeEventListener('blur', onLeave);
    };
  }, []);

  // Before anything else is done: what is chosen may put the focus somewhere of its own.
  const close = () => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    onClose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])];
    const from = buttons.findIndex((button) => button.matches(':focus'));
    const to = listMove(event.key, 'column', from, buttons.length);
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  };

  return (
    <div
      ref={menu}
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        if ('line' in item) return <hr key={item.id} className={styles.line} />;
        const { id, icon: Picture, label: text, keys, isChecked, run } = item;
        const role =
          isChecked === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemcheckbox', 'aria-checked': isChecked };
        return (
          <button
            key={id}
            type="button"
            {...role}
            tabIndex={-1}
            className={styles.item}
            data-testid={`menu-${id}`}
            onClick={() => {
              close();
              run();
            }}
          >
            <span className={styles.icon}>
              {isChecked === true && <IconCheck size={16} aria-hidden />}
              {Picture && <Picture size={16} aria-hidden />}
            </span>
            <span className={styles.label}>{text}</span>
            {keys && <kbd className={styles.keys}>{keys}</kbd>}
          </button>
        );
      })}
    </div>
  );
}
