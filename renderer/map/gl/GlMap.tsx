import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OwnMap } from '../../../contract/ownMap.ts';
import { useCities } from '../../places/cityStore.ts';
import styles from '../Map.module.css';
import type { MapDrawing } from '../mapHandle.ts';
import { glHandle } from './glHandle.ts';
import { createGlMap, type GlMap as Drawn } from './glMap.ts';

interface GlMapProps extends MapDrawing {
  /** A map of one's own to be drawn above the built-in one. */
  readonly own: OwnMap | null;
  readonly onTile: (status: number | null) => void;
  /** The window cannot draw in this way, or no longer. */
  readonly onFailure: () => void;
}

/** The map by MapLibre, from files of our own only. Keys and focus belong to what is around it. */
export default function GlMap(props: GlMapProps) {
  const { handle, pins, picked, current, from, palette, own } = props;
  const element = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const cities = useCities();
  const onPin = useEffectEvent(props.onPin);
  const onView = useEffectEvent(props.onView);
  const onResize = useEffectEvent(props.onResize);
  const onReady = useEffectEvent(props.onReady);
  const onFailure = useEffectEvent(props.onFailure);
  const onTile = useEffectEvent(props.onTile);
  const begin = useEffectEvent((container: HTMLElement) =>
    createGlMap({
      container,
      palette,
      start: props.start,
      onPin: (id, isAdded) => onPin(id, isAdded),
      onView: (bounds) => onView(bounds),
      onResize: () => onResize(),
      onReady: () => onReady(),
      onTile: (status) => onTile(status),
      onLost: () => onFailure(),
    }),
  );

  useEffect(() => {
    if (!element.current) return;
    let one: Drawn;
    try {
      one = begin(element.current);
    } catch {
      onFailure();
      return;
    }
    handle.current = glHandle(one.map);
    setDrawn(one);
    return () => {
      handle.current = null;
      one.remove();
    };
  }, [handle]);

  useEffect(() => drawn?.setPins(pins), [drawn, pins]);
  useEffect(() => drawn?.setPicked(picked), [drawn, picked]);
  useEffect(() => drawn?.setMarks(current, from), [drawn, current, from]);
  useEffect(() => drawn?.setPalette(palette), [drawn, palette]);
  useEffect(() => drawn?.setOwn(own), [drawn, own]);
  useEffect(() => {
    if (cities) drawn?.setCities(cities);
  }, [drawn, cities]);

  // MapLibre's own styles place the element that it is given; the one around it fills the map.
  return (
    <div className={styles.canvas}>
      <div ref={element} className={styles.gl} />
    </div>
  );
}
