import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import type { KeyboardEvent, RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { unpackCar } from '../../contract/importedCars.ts';
import { hidesDetails } from '../privacy/hidden.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import { useAgeText } from '../ui/useAge.ts';
import { missingGrants } from '../vehicles/standing.ts';
import { displayName, vinTail } from '../vehicles/vehicleName.ts';
import styles from './Board.module.css';
import type { BoardCard } from './board.ts';
import { carModel, carName } from './carWords.ts';
import type { ListedCar } from './listedCar.ts';

interface CardProps {
  readonly card: BoardCard;
  readonly ref: RefCallback<HTMLButtonElement>;
  /** Whether the keyboard stops here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function CarFace({ car }: { readonly car: ListedCar }) {
  const { t } = useTranslation();
  const known = unpackCar(car.line);
  const age = useAgeText(new Date(known.importedAt).toISOString()) ?? '';
  const details = [carModel(known.vin), !hidesDetails() && `…${vinTail(known.vin)}`]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <span className={styles.title}>{carName(t, known)}</span>
      <span className={styles.quiet}>{details}</span>
      {known.likelihood === 'unlikely' && (
        <span className={styles.quiet}>{t(`eligibility.reason.${known.reason}`)}</span>
      )}
      <span className={styles.quiet}>{t('onboarding.board.importedAge', { age })}</span>
    </>
  );
}

function VehicleFace({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const vehicle = useVehicle(id);
  const ended = vehicle?.accessEnded ?? null;
  const age = useAgeText(ended?.since ?? vehicle?.connectedAt ?? null) ?? '';
  if (!vehicle) return null;
  const missing = missingGrants(vehicle).length;
  return (
    <>
      <span className={styles.title}>{displayName(vehicle) ?? t('vehicles.unnamed')}</span>
      {vehicle.labels.driver && <span className={styles.quiet}>{vehicle.labels.driver}</span>}
      {!ended && missing > 0 && (
        <span className={styles.quiet}>{t('onboarding.board.missing', { count: missing })}</span>
      )}
      <span className={styles.quiet}>
        {t(ended ? 'onboarding.board.endedAge' : 'onboarding.board.connectedAge', { age })}
      </span>
    </>
  );
}

/** One car: Enter opens it, Delete takes an imported one out of the list. */
export function Card({ card, ref, isStop, onFocus, onKeyDown, onOpen, onRemove }: CardProps) {
  const { t } = useTranslation();
  const isCar = card.kind === 'car';
  return (
    <li className={styles.item}>
      <button
        ref={ref}
        type="button"
        className={styles.card}
        tabIndex={isStop ? 0 : -1}
        aria-keyshortcuts={isCar ? 'Delete' : undefined}
        aria-haspopup={isCar ? 'dialog' : undefined}
        data-testid="board-card"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={onOpen}
      >
        {isCar ? <CarFace car={card.car} /> : <VehicleFace id={card.id} />}
      </button>
      {isCar && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.remove}
          aria-label={t('onboarding.list.remove', { name: carName(t, unpackCar(card.car.line)) })}
          title={t('frame.withKey', { label: t('onboarding.list.removeThis'), key: 'Del' })}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </button>
      )}
    </li>
  );
}
