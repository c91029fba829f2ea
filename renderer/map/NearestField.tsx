import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { City } from '../places/cities.ts';
import { useCitiesNow } from '../places/cityStore.ts';
import styles from './NearestField.module.css';

interface NearestFieldProps {
  readonly place: City | null;
  readonly onPlace: (place: City | null) => void;
  /** The keyboard goes on in the list of vehicles. */
  readonly onLeave: () => void;
}

const LIMIT = 8;

/** A typed place, out of the list of cities that came with the app, to sort vehicles by distance. */
export function NearestField({ place, onPlace, onLeave }: NearestFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const cities = useCitiesNow();
  const [text, setText] = useState(place?.name ?? '');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => cities?.find(text, LIMIT) ?? [], [cities, text]);
  const isListed = isOpen && text.trim() !== '';

  const choose = (city: City) => {
    setText(city.name);
    setIsOpen(false);
    onPlace(city);
  };
  const clear = () => {
    setText('');
    setIsOpen(false);
    onPlace(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isListed) setIsOpen(true);
      else if (found.length > 0) {
        const by = key === 'ArrowDown' ? 1 : -1;
        setActive((active + by + found.length) % found.length);
      }
    } else if (key === 'Enter') {
      event.preventDefault();
      const city = found[active];
      if (isListed && city) choose(city);
      else if (place) onLeave();
    } else if (key === 'Escape' && (isListed || text !== '')) {
      event.preventDefault();
      if (isListed && place) setIsOpen(false);
      else clear();
    }
  };

  return (
    <div className={styles.field}>
      <div className={styles.box}>
        <IconMapPin size={16} aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          className={styles.input}
          value={text}
          placeholder={t('map.nearest.placeholder')}
          autoComplete="off"
          spellCheck={false}
          aria-label={t('map.nearest.label')}
          aria-autocomplete="list"
          aria-expanded={isListed && found.length > 0}
          aria-controls={isListed && found.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={isListed && found[active] ? `${id}-${active}` : undefined}
          data-testid="map-nearest"
          onChange={({ target }) => {
            setText(target.value);
            setActive(0);
            setIsOpen(true);
            if (target.value === '') onPlace(null);
          }}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('map.nearest.clear')}
            title={t('map.nearest.clear')}
            onClick={() => {
              clear();
              input.current?.focus();
            }}
          >
            <IconX size={14} aria-hidden />
          </button>
        )}
      </div>
      {isListed && found.length > 0 && (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('map.nearest.places')}
          className={styles.list}
          data-testid="map-places"
        >
          {found.map((city, index) => (
            <div
              key={`${city.latitude} ${city.longitude}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              // Keeps the focus in the field, which a click would take from it.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(city);
              }}
            >
              <span>{city.name}</span>
              <span className={styles.where}>{city.where}</span>
            </div>
          ))}
        </div>
      )}
      <p role="status" className={styles.nothing}>
        {isListed && cities && found.length === 0 ? t('map.nearest.nothing') : ''}
      </p>
    </div>
  );
}
