import { useEffect, useState } from 'react';
import type { Bounds } from '../bounds.ts';

interface Areas {
  readonly features: readonly {
    readonly geometry: {
      readonly coordinates: readonly (readonly (readonly [number, number])[])[];
    };
  }[];
}

/** Whether a ring may reach into these bounds. */
function reaches(ring: readonly (readonly [number, number])[], bounds: Bounds): boolean {
  const { west, south, east, north } = bounds;
  return !(
    ring.every(([longitude]) => longitude < west) ||
    ring.every(([longitude]) => longitude > east) ||
    ring.every(([, latitude]) => latitude < south) ||
    ring.every(([, latitude]) => latitude > north)
  );
}

/** Areas as the path of a drawing, in degrees, north upwards. */
function pathOf({ features }: Areas, within: Bounds | null): string {
  const parts: string[] = [];
  for (const { geometry } of features) {
    for (const ring of geometry.coordinates) {
      if (within && !reaches(ring, within)) continue;
      parts.push(`M${ring.map(([longitude, latitude]) => `${longitude} ${-latitude}`).join('L')}Z`);
    }
  }
  return parts.join('');
}

/**
 * Areas of the base map, all or those that reach into some bounds; empty until they are there, and where
 * they do not come.
 */
export function useAreas(name: 'land' | 'lakes', within: Bounds | null = null): string {
  const [path, setPath] = useState('');
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const response = await fetch(`/basemap/${name}.json`);
      const drawn = pathOf((await response.json()) as Areas, within);
      if (isWanted) setPath(drawn);
    };
    // Without coasts the pins still stand where they belong, and the list says where that is.
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [name, within]);
  return path;
}
