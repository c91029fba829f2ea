import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './Board.module.css';
import { BOARD_COLUMNS, type BoardCard, cardMove, SHOWN_CARDS } from './board.ts';
import { Card } from './Card.tsx';
import { removeImported } from './importedList.ts';
import type { ListedCar } from './listedCar.ts';
import { useBoard } from './useBoard.ts';

interface BoardProps {
  readonly cars: readonly ListedCar[];
  readonly onRemoved: (car: ListedCar) => void;
}

/** Where every car is on its way: one stop for the keyboard, arrows between the cards. */
export function Board({ cars, onRemoved }: BoardProps) {
  const { t } = useTranslation();
  const { openConnect, openVehicle, show, report } = useShell();
  const [query, setQuery] = useState('');
  const [focused, setFocused] = useState<string | null>(null);
  // By the page's attributes one could read the VINs, though they be hidden.
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const board = useBoard(cars, useDeferredValue(query));
  const all = BOARD_COLUMNS.flatMap((column) => board[column].cards);
  const current = all.find(({ key }) => key === focused) ?? all[0];

  const focus = (key: string) => {
    setFocused(key);
    buttons.current.get(key)?.focus();
  };
  const open = (card: BoardCard) => {
    if (card.kind === 'car') {
      openConnect({ vehicle: { kind: 'vin', vin: card.car.vin } });
      return;
    }
    openVehicle(card.id);
    show('vehicles');
  };
  const remove = (card: BoardCard) => {
    if (card.kind !== 'car') return;
    const beside = cardMove(board, card.key, 'ArrowDown') ?? cardMove(board, card.key, 'ArrowUp');
    removeImported([card.car.vin]).then(
      () => {
        onRemoved(card.car);
        if (beside !== null) focus(beside);
      },
      () => report('unexpected'),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return;
    if (event.key === 'Delete') {
      event.preventDefault();
      remove(current);
      return;
    }
    const next = cardMove(board, current.key, event.key);
    if (next === null) return;
    event.preventDefault();
    focus(next);
  };
  return (
    <section aria-labelledby="board-title" className={styles.board} data-testid="board">
      <div className={styles.head}>
        <h2 id="board-title">{t('onboarding.board.title')}</h2>
        <SearchField
          icon={IconSearch}
          className={styles.search}
          aria-label={t('onboarding.board.filter')}
          placeholder={t('onboarding.board.filter')}
          value={query}
          data-testid="board-filter"
          onChange={({ target }) => setQuery(target.value.slice(0, 200))}
        />
      </div>
      <div className={styles.columns}>
        {BOARD_COLUMNS.map((column) => {
          const { count, cards } = board[column];
          const name = t(`onboarding.board.${column}`);
          return (
            <section key={column} className={styles.column} aria-label={name} data-column={column}>
              <h3 className={styles.name}>
                {t('eligibility.filterCount', { name, count: formatCount(count) })}
              </h3>
              {count > cards.length && (
                <p className={styles.quiet}>
                  {t('onboarding.board.first', {
                    shown: formatCount(SHOWN_CARDS),
                    total: formatCount(count),
                  })}
                </p>
              )}
              <ul className={styles.cards}>
                {cards.map((card) => (
                  <Card
                    key={card.key}
                    card={card}
                    ref={(button) => {
                      if (button) buttons.current.set(card.key, button);
                      else buttons.current.delete(card.key);
                    }}
                    isStop={card.key === current?.key}
                    onFocus={() => setFocused(card.key)}
                    onKeyDown={onKeyDown}
                    onOpen={() => open(card)}
                    onRemove={() => remove(card)}
                  />
                ))}
              </ul>
              {count === 0 && <p className={styles.quiet}>{t('onboarding.board.none')}</p>}
            </section>
          );
        })}
      </div>
    </section>
  );
}
