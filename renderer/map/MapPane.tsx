import IconFocusCentered from '@tabler/icons-react/dist/esm/icons/IconFocusCentered.mjs';
import IconMarquee from '@tabler/icons-react/dist/esm/icons/IconMarquee2.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { Preloaded } from '../ui/Preloaded.tsx';
import { preloadable } from '../ui/preloadable.ts';
import shared from '../ui/shared.module.css';
import { BoxSelect } from './BoxSelect.tsx';
import { boundsOf } from './bounds.ts';
import { hasWebGl } from './hasWebGl.ts';
import { Legend } from './Legend.tsx';
import styles from './Map.module.css';
import type { MapDrawing } from './mapHandle.ts';
import { mapCommand } from './mapKeys.ts';
import { usePalette } from './palette.ts';
import { PlainMap } from './plain/PlainMap.tsx';

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
  /** These pins were in a box. */
  readonly onBox: (ids: readonly string[]) => void;
  readonly ref: Ref<MapPaneHandle>;
}

/** The map as one stop of the keyboard, with its buttons, its signs and its sources. */
export function MapPane(props: MapPaneProps) {
  const { summary, onNext, onOpen, onPick, onBox, ...drawing } = props;
  const { handle, pins } = drawing;
  const { t } = useTranslation();
  const id = useId();
  const stop = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const palette = usePalette(frame);
  const [isPlain, setIsPlain] = useState(() => !hasWebGl());
  const [isBoxing, setIsBoxing] = useState(false);
  const [isReady, setIsReady] = useState(false);
  useImperativeHandle(props.ref, () => ({ focus: () => stop.current?.focus() }));

  const fitAll = () => handle.current?.show(boundsOf(pins));
  const endBox = () => {
    setIsBoxing(false);
    stop.current?.focus();
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
    else setIsBoxing(true);
  };

  // The application role hands the map's keys to the page instead of the screen reader's own commands.
  const role = { role: 'application', tabIndex: 0, 'aria-label': summary, onKeyDown };
  const shown: MapDrawing | null = palette && {
    ...drawing,
    palette,
    onReady: () => setIsReady(true),
  };
  return (
    <div ref={frame} className={styles.map} data-testid="map" data-ready={isReady || undefined}>
      <div className={styles.stage}>
        {shown &&
          (isPlain ? (
            <PlainMap {...shown} />
          ) : (
            <Preloaded of={glMap} with={{ ...shown, onFailure: () => setIsPlain(true) }} />
          ))}
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
            onClick={() => setIsBoxing(true)}
          />
        </div>
        {isBoxing && (
          <BoxSelect
            onCancel={endBox}
            onBox={(box) => {
              endBox();
              onBox(pins.filter((pin) => handle.current?.isInBox(pin, box)).map((pin) => pin.id));
            }}
          />
        )}
      </div>
      <Legend isPlain={isPlain} />
    </div>
  );
}
