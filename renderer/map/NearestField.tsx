import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { City } from '../places/cities.ts';
import { useCitiesNow } from '../places/cityStore.ts';
import { comboboxProps } from '../ui/combobox.ts';
import { OptionList } from '../ui/OptionList.tsx';
import { SearchField } from '../ui/SearchField.tsx';
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

  const hasList = isListed && found.length > 0;
  return (
    <div className={styles.field}>
      <SearchField
        {...comboboxProps(id, hasList, active)}
        icon={IconMapPin}
        value={text}
        placeholder={t('map.nearest.placeholder')}
        aria-label={t('map.nearest.label')}
        data-testid="map-nearest"
        clear={{ label: t('map.nearest.clear'), run: clear }}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
          setIsOpen(true);
          if (target.value === '') onPlace(null);
        }}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {hasList && (
        <OptionList
          id={id}
          label={t('map.nearest.places')}
          options={found.map((city) => ({
            key: `${city.latitude} ${city.longitude}`,
            content: (
              <>
                <span>{city.name}</span>
                <span className={styles.where}>{city.where}</span>
              </>
            ),
          }))}
          active={active}
          onChoose={(index) => {
            const city = found[index];
            if (city) choose(city);
          }}
          className={styles.list}
          testId="map-places"
        />
      )}
      <p role="status" className={styles.nothing}>
        {isListed && cities && found.length === 0 ? t('map.nearest.nothing') : ''}
      </p>
    </div>
  );
}
