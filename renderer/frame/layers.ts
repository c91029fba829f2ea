import { useCallback, useMemo, useRef, useState } from 'react';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { EligibilityProblem, EligibilityReport } from '../../contract/eligibility.ts';
import type { Transport } from '../../contract/transport.ts';

/** A dialog above the screen: the choices for a run of Connect, or the check of many cars. */
export type Layer = 'connect' | 'eligibility';

/** What the Connect dialog is to show; what is left out stays as it is. */
export interface ConnectRequest {
  readonly options: Partial<ConnectOptions>;
  readonly transport: Transport | null;
}

/** Cars that were checked together. Kept while the window lives: the next step is to connect them. */
export interface CheckedList {
  /** ISO 3166-1 alpha-2 of where they are registered. */
  readonly country: string;
  readonly reports: readonly EligibilityReport[];
  readonly problem: EligibilityProblem | null;
}

/** The dialogs that are open, and the ways to open them from anywhere. */
export interface Layers {
  /** Only the last one is shown; those below keep what was typed in them. */
  readonly layers: readonly Layer[];
  /** A new object each time somebody asks for the Connect dialog. */
  readonly connectRequest: ConnectRequest;
  /**
   * Opens the Connect dialog with these choices made. What is not named starts from what Connect was
   * last opened with, or stays as it is where the dialog is open already.
   */
  readonly openConnect: (options?: Partial<ConnectOptions>, transport?: Transport) => void;
  readonly openEligibility: () => void;
  /** Closes what is on top. */
  readonly closeLayer: () => void;
  readonly closeLayers: () => void;
  /** What had the focus before the first dialog opened. */
  readonly opener: () => Element | null;
  readonly checkedList: CheckedList | null;
  readonly keepCheckedList: (list: CheckedList) => void;
}

const NOTHING_ASKED: ConnectRequest = { options: {}, transport: null };

/** A dialog that is open below comes up again; another one is put on top. */
export function withLayer(layers: readonly Layer[], layer: Layer): readonly Layer[] {
  const at = layers.indexOf(layer);
  return at === -1 ? [...layers, layer] : layers.slice(0, at + 1);
}

export function useLayers(): Layers {
  const [layers, setLayers] = useState<readonly Layer[]>([]);
  const [connectRequest, setConnectRequest] = useState(NOTHING_ASKED);
  const [checkedList, keepCheckedList] = useState<CheckedList | null>(null);
  const openerElement = useRef<Element | null>(null);

  const open = useCallback((layer: Layer) => {
    if (!document.activeElement?.closest('[role="dialog"]')) {
      openerElement.current = document.activeElement;
    }
    setLayers((before) => withLayer(before, layer));
  }, []);

  return useMemo(
    () => ({
      layers,
      connectRequest,
      checkedList,
      keepCheckedList,
      openConnect(options = {}, transport) {
        setConnectRequest({ options, transport: transport ?? null });
        open('connect');
      },
      openEligibility: () => open('eligibility'),
      closeLayer: () => setLayers((before) => before.slice(0, -1)),
      closeLayers: () => setLayers([]),
      opener: () => openerElement.current,
    }),
    [layers, connectRequest, checkedList, open],
  );
}
