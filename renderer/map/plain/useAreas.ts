import { useEffect, useState } from 'react';

interface Areas {
  readonly features: readonly {
    readonly geometry: {
      readonly coordinates: readonly (readonly (readonly [number, number])[])[];
    };
  }[];
}

/** Land as the path of a drawing, in degrees, north upwards. */
function pathOf({ features }: Areas): string {
  const parts: string[] = [];
  for (const { geometry } of features) {
    for (const ring of geometry.coordinates) {
      parts.push(`M${ring.map(([longitude, latitude]) => `${longitude} ${-latitude}`).join('L')}Z`);
    }
  }
  return parts.join('');
}

/** Areas of the base map; empty until they are there, and where they do not come. */
export function useAreas(name: 'land' | 'lakes'): string {
  const [path, setPath] = useState('');
  useEffect(() => {
    let isWanted = true;
    const load = async () => {
      const response = await fetch(`/basemap/${name}.json`);
      const drawn = pathOf((await response.json()) as Areas);
      if (isWanted) setPath(drawn);
    };
    // Without coasts the pins still stand where they belong, and the list says where that is.
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [name]);
  return path;
}
