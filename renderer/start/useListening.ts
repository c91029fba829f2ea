import { useEffect } from 'react';

/**
 * Says that the page hears events from now on, so that what a menu asked of it while it was opened is
 * sent now. Used after all that subscribe: effects run in the order of their hooks.
 */
export function useListening(): void {
  useEffect(() => void window.motorpool['app.listening'](), []);
}
