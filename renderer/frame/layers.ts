import { useCallback, useMemo, useRef, useState } from 'react';
import type { CommandKind } from '../../contract/commands.ts';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { EligibilityProblem, EligibilityReport } from '../../contract/eligibility.ts';
import type { Transport } from '../../contract/transport.ts';

/**
 * A dialog above the screen: the choices for a run of Connect, the check of many cars, a command for
 * some vehicles and how it goes, the group or tags of some vehicles, a refresh that takes long, what
 * the alert rules found, all keys, the palette, or the file for support.
 */
export type Layer =
  | 'connect'
  | 'eligibility'
  | 'command'
  | 'labels'
  | 'refresh'
  | 'alerts'
  | 'keys'
  | 'palette'
  | 'supportFile';

/** What the Connect dialog is to show; what is left out stays as it is. */
export interface ConnectRequest {
  readonly options: Partial<ConnectOptions>;
  readonly transport: Transport | null;
}

/** A command that somebody wants to give to these vehicles; nothing has been sent yet. */
export interface CommandRequest {
  readonly kind: CommandKind;
  readonly vehicleIds: readonly string[];
}

/** Vehicles whose group or tags are to be changed together. */
export interface LabelsRequest {
  readonly what: 'group' | 'tags';
  readonly vehicleIds: readonly string[];
}

/** Vehicles that somebody wants read, where that takes long enough to ask first. */
export interface RefreshRequest {
  /** `null`: all of them. */
  readonly vehicleIds: readonly string[] | null;
}

/** Vehicles whose alerts somebody wants to see. */
export interface AlertsRequest {
  /** `null`: all of them. */
  readonly vehicleIds: readonly string[] | null;
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
  /** Shows all keys. */
  readonly openKeys: () => void;
  /** Finds and does anything by its words. */
  readonly openPalette: () => void;
  /** Shows the file for support before it is saved. */
  readonly openSupportFile: () => void;
  /** `null`: the dialog shows the run that is under way or was the last. */
  readonly commandRequest: CommandRequest | null;
  /** Asks what the command would do at these vehicles; nothing is sent before the person says so. */
  readonly openCommand: (kind: CommandKind, vehicleIds: readonly string[]) => void;
  /** Shows the run of commands that is under way, or the last one until it is put away. */
  readonly openCommandRun: () => void;
  readonly labelsRequest: LabelsRequest | null;
  readonly openLabels: (what: LabelsRequest['what'], vehicleIds: readonly string[]) => void;
  readonly refreshRequest: RefreshRequest;
  /** Asks whether these vehicles, or all, are to be read, and says how long it takes. */
  readonly openRefresh: (vehicleIds: readonly string[] | null) => void;
  readonly alertsRequest: AlertsRequest;
  readonly openAlerts: (vehicleIds: readonly string[] | null) => void;
  /** Closes what is on top. */
  readonly closeLayer: () => void;
  readonly closeLayers: () => void;
  /** What had the focus before the first dialog opened. */
  readonly opener: () => Element | null;
  readonly checkedList: CheckedList | null;
  readonly keepCheckedList: (list: CheckedList) => void;
}

const NOTHING_ASKED: ConnectRequest = { options: {}, transport: null };
const ALL_VEHICLES = { vehicleIds: null };

/** A dialog that is open below comes up again; another one is put on top. */
export function withLayer(layers: readonly Layer[], layer: Layer): readonly Layer[] {
  const at = layers.indexOf(layer);
  return at === -1 ? [...layers, layer] : layers.slice(0, at + 1);
}

export function useLayers(): Layers {
  const [layers, setLayers] = useState<readonly Layer[]>([]);
  const [connectRequest, setConnectRequest] = useState(NOTHING_ASKED);
  const [commandRequest, setCommandRequest] = useState<CommandRequest | null>(null);
  const [labelsRequest, setLabelsRequest] = useState<LabelsRequest | null>(null);
  const [refreshRequest, setRefreshRequest] = useState<RefreshRequest>(ALL_VEHICLES);
  const [alertsRequest, setAlertsRequest] = useState<AlertsRequest>(ALL_VEHICLES);
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
      openKeys: () => open('keys'),
      openPalette: () => open('palette'),
      openSupportFile: () => open('supportFile'),
      commandRequest,
      openCommand(kind, vehicleIds) {
        setCommandRequest({ kind, vehicleIds });
        open('command');
      },
      openCommandRun() {
        setCommandRequest(null);
        open('command');
      },
      labelsRequest,
      openLabels(what, vehicleIds) {
        setLabelsRequest({ what, vehicleIds });
        open('labels');
      },
      refreshRequest,
      openRefresh(vehicleIds) {
        setRefreshRequest({ vehicleIds });
        open('refresh');
      },
      alertsRequest,
      openAlerts(vehicleIds) {
        setAlertsRequest({ vehicleIds });
        open('alerts');
      },
      closeLayer: () => setLayers((before) => before.slice(0, -1)),
      closeLayers: () => setLayers([]),
      opener: () => openerElement.current,
    }),
    [
      layers,
      connectRequest,
      commandRequest,
      labelsRequest,
      refreshRequest,
      alertsRequest,
      checkedList,
      open,
    ],
  );
}
