import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs';
import IconLasso from '@tabler/icons-react/dist/esm/icons/IconLasso.mjs';
import IconMarquee from '@tabler/icons-react/dist/esm/icons/IconMarquee2.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import shared from '../ui/shared.module.css';
import { isInBox, isInLasso, type Point } from './areas.ts';
import { BoxSelect } from './BoxSelect.tsx';
import { type Bounds, boundsOf } from './bounds.ts';
import { hasWebGl } from './hasWebGl.ts';
import { LassoSelect } from './LassoSelect.tsx';
import { Legend } from './Legend.tsx';
import styles from './Map.module.css';
import type { MapDrawing } from './mapHandle.ts';
import { mapCommand } from './mapKeys.ts';
import { OwnMapNote } from './OwnMapNote.tsx';
import { usePalette } from './palette.ts';
import { PlainMap } from './plain/PlainMap.tsx';
import { useOwnMap } from './useOwnMap.ts';

/** Comes with MapLibre, which is larger than all the rest of the window. */
const glMap = preloadable(() => import('./gl/GlMap.tsx'));

/** Fractions of what is in view. */
const PAN = 0.2;

export interface MapPaneHandle {
  readonly focus: () => void;
}

interface MapPaneProps extends Omit<MapDrawing, 'palette' | 'onReady'> {
  /** What the map shows, in words. */
  readonly summary: string;
  readonly onNext: () => void;
  readonly onOpen: () => void;
  readonly onPick: () => void;
  /** These pins were in a box or a lasso. */
  readonly onArea: (ids: readonly string[]) => void;
  readonly ref: Ref<MapPaneHandle>;
}

/** The map as one stop of the keyboard, with its buttons, its signs and its sources. */
export function MapPane(props: MapPaneProps) {
  const { summary, onNext, onOpen, onPick, onArea, ...drawing } = props;
  const { handle, pins } = drawing;
  const { t } = useTranslation();
  const id = useId();
  const stop = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const ownMap = useOwnMap();
  const seen = useRef<Bounds>(drawing.start);
  /** Where a plain map begins, in place of the one that cannot be drawn, or no longer. */
  const [plainStart, setPlainStart] = useState(() => (hasWebGl() ? null : drawing.start));
  const [drawn, setDrawn] = useState<'box' | 'lasso' | null>(null);
  const [isReady, setIsReady] = useState(false);
  useImperativeHandle(props.ref, () => ({ focus: () => stop.current?.focus() }));

  const fitAll = () => handle.current?.show(boundsOf(pins));
  const endArea = () => {
    setDrawn(null);
    stop.current?.focus();
  };
  const pickWhere = (isIn: (point: Point) => boolean) => {
    const map = handle.current;
    endArea();
    if (map) onArea(pins.filter((pin) => isIn(map.pointOf(pin))).map(({ id: pinId }) => pinId));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== stop.current) return;
    const command = mapCommand(event);
    if (!command) return;
    event.preventDefault();
    if (command.kind === 'zoom') handle.current?.zoom(command.by);
    else if (command.kind === 'pan') handle.current?.pan(command.right * PAN, command.down * PAN);
    else if (command.kind === 'fitAll') fitAll();
    else if (command.kind === 'next') onNext();
    else if (command.kind === 'open') onOpen();
    else if (command.kind === 'pick') onPick();
    else setDrawn(command.kind);
  };

  // The application role hands the map's keys to the page instead of the screen reader's own commands.
  const role = { role: 'application', tabIndex: 0, 'aria-label': summary, onKeyDown };
  const shown: MapDrawing | null = palette && {
    ...drawing,
    palette,
    onReady: () => setIsReady(true),
    onView(bounds) {
      seen.current = bounds;
      drawing.onView(bounds);
    },
  };
  return (
    <div ref={frame} className={styles.map} data-testid="map" data-ready={isReady || undefined}>
      <div className={styles.stage}>
        {shown &&
          (plainStart ? (
            <PlainMap {...shown} start={plainStart} />
          ) : (
            <Preloaded
              of={glMap}
              with={{
                ...shown,
                own: ownMap.own,
                onTile: ownMap.onTile,
                onFailure: () => setPlainStart(seen.current),
              }}
            />
          ))}
        <OwnMapNote
          source={ownMap.source}
          failure={ownMap.failure}
          isPlain={plainStart !== null}
          onRetry={ownMap.retry}
        />
        <div
          ref={stop}
          {...role}
          className={styles.stop}
          aria-describedby={`${id}-keys`}
          data-testid="map-stop"
        />
        <p id={`${id}-keys`} className={shared.hidden}>
          {t('map.keys')}
        </p>
        <div className={styles.tools}>
          <IconButton
            icon={IconPlus}
            label={t('map.zoomIn')}
            onClick={() => handle.current?.zoom(1)}
          />
          <IconButton
            icon={IconMinus}
            label={t('map.zoomOut')}
            onClick={() => handle.current?.zoom(-1)}
          />
          <IconButton icon={IconFocusCentered} label={t('map.fitAll')} onClick={fitAll} />
          <IconButton
            icon={IconMarquee}
            label={t('map.box.start')}
            data-testid="map-box-start"
            onClick={() => setDrawn('box')}
          />
          <IconButton
            icon={IconLasso}
            label={t('mapLasso.start')}
            data-testid="map-lasso-start"
            onClick={() => setDrawn('lasso')}
          />
        </div>
        {drawn === 'box' && (
          <BoxSelect
            onCancel={endArea}
            onBox={(box) => pickWhere((point) => isInBox(point, box))}
          />
        )}
        {drawn === 'lasso' && (
          <LassoSelect
            onCancel={endArea}
            onBox={() => setDrawn('box')}
            onLasso={(line) => pickWhere((point) => isInLasso(point, line))}
          />
        )}
      </div>
      <Legend isPlain={plainStart !== null} own={plainStart ? null : ownMap.own} />
    </div>
  );
}
