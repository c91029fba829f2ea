import { useEffect, useState } from 'react';
import type { DataWork } from '../../../contract/data.ts';

/** The long piece of work that is under way, as it goes on. */
export function useDataWork(): DataWork | null {
  const [work, setWork] = useState<DataWork | null>(null);
  useEffect(() => window.motorpool.subscribe('data.progress', setWork), []);
  return work;
}
