import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Transport } from '../../contract/transport.ts';
import { useShell } from '../frame/shell.ts';

interface TransportChoice {
  readonly choose: (transport: Transport) => void;
  readonly undo: () => void;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes the way back at once, and remembers the one before. */
export function useTransportChoice(current: Transport): TransportChoice {
  const { report } = useShell();
  const [before, setBefore] = useState<Transport | null>(null);
  const save = useMutation({
    mutationFn: (transport: Transport) => window.motorpool['settings.setTransport']({ transport }),
    onError: () => report('unexpected'),
  });
  return {
    choose(transport) {
      setBefore(current);
      save.mutate(transport);
    },
    undo() {
      if (before === null) return;
      setBefore(null);
      save.mutate(before);
    },
    changed: save.isSuccess ? { canUndo: before !== null } : null,
  };
}
