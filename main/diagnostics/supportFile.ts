import type { Health } from '../../contract/health.ts';
import type { LogLine } from '../../contract/logLines.ts';
import type { SettingsView } from '../settings/settings.ts';

/** Enough for the day of a complaint. */
const LOG_LINES = 500;

type ToldSettings = Pick<
  SettingsView,
  'application' | 'transport' | 'budget' | 'connectOptions' | 'table' | 'connections'
>;

export interface SupportFacts {
  readonly version: string;
  readonly system: Readonly<Record<'platform' | 'release' | 'arch', string>>;
  readonly runtime: Readonly<Record<string, string>>;
  readonly settings: ToldSettings;
  readonly health: Health;
  readonly log: readonly LogLine[];
  readonly vehicles: number;
  /** What must not be in the file wherever it stands: names, plates, VINs, ids, notes. */
  readonly hidden: Iterable<string>;
}

/** Shorter ones are in half the words there are. */
const SHORTEST_HIDDEN = 3;

/** Takes known texts out, upper and lower case alike; the longest first, since one may hold another. */
export function hide(text: string, hidden: Iterable<string>): string {
  const lower = text.toLowerCase();
  const present = [...new Set([...hidden].map((word) => word.trim().toLowerCase()))]
    .filter((word) => word.length >= SHORTEST_HIDDEN && lower.includes(word))
    .sort((one, other) => other.length - one.length);
  if (present.length === 0) return text;
  const escaped = present.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return text.replace(new RegExp(escaped.join('|'), 'giu'), '[hidden]');
}

/** What is chosen, without who and where: each thing is named here, so nothing new slips in. */
function settingsOf({ application, connections, ...settings }: ToldSettings) {
  const { transport, budget, connectOptions, table } = settings;
  // People named the groups.
  const { groupRules, ...rest } = budget;
  const own = application?.kind === 'own' ? application : null;
  return {
    application: application?.kind ?? 'none',
    mode: own?.mode ?? null,
    exchange: own?.exchange.kind ?? null,
    redirectUris: (own?.redirectUris ?? []).map((uri) => uri.slice(0, uri.indexOf(':'))).map(way),
    transport,
    permissions: connectOptions.permissions,
    budget: { ...rest, groupRules: groupRules.map(({ rule }) => rule.kind) },
    savedViews: table.views.length,
    connections: connections.length,
  };
}

/** A custom scheme holds the client id. */
function way(scheme: string): string {
  return scheme === 'http' || scheme === 'https' ? scheme : 'custom scheme';
}

/**
 * Whether Smartcar is Smartcar or a stand-in on this computer is all that is said of its address. What it
 * runs on stands in the file by itself.
 */
function healthOf({ network, environment: _environment, ...health }: Health) {
  const { hostname } = new URL(network.origin ?? 'http://localhost');
  const isSmartcar = hostname.endsWith('.smartcar.com');
  return {
    ...health,
    network: { ...network, origin: isSmartcar ? network.origin : 'this computer' },
  };
}

/** The text of a support file: what helps to find a fault, and nothing that names a car or a person. */
export function supportFile(facts: SupportFacts): string {
  const { version, system, runtime, settings, health, log, vehicles, hidden } = facts;
  const lines = log
    .slice(-LOG_LINES)
    .map(({ time, level, text }) => `${time} ${level} ${text}`)
    .join('\n');
  const content = {
    program: 'Motorpool',
    version,
    system,
    runtime,
    settings: settingsOf(settings),
    counts: { vehicles, connections: settings.connections.length },
    health: healthOf(health),
    log: hide(lines, hidden).split('\n'),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
