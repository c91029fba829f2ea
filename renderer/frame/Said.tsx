import { useEffect } from 'react';
import { useShell } from './shell.ts';

/** Long enough to be read twice. */
const SHOWN_FOR_MS = 10_000;

/**
 * What came of the last thing that a person asked for, read out and shown for a while. It is always
 * there, because a live region that appears together with its text is not read out.
 */
export function Said({ className }: { readonly className?: string | undefined }) {
  const { said, say } = useShell();
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => say(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [said, say]);
  return (
    <span role="status" className={className} data-testid="said">
      {said}
    </span>
  );
}
