import type { ParseKeys } from 'i18next';
import { ACTION_IDS } from '../../contract/actions.ts';
import type { Shortcuts } from '../../contract/shortcuts.ts';
import { keysOf } from '../actions/definitions.ts';
import { MAP_KEYS, type MapCommand } from '../map/mapKeys.ts';
import { fold } from '../state/fleet/query/fold.ts';
import { DETAIL_KEYS, type DetailKey } from '../vehicles/detail/detailTabs.ts';
import { GRID_KEYS, type GridPart } from '../vehicles/grid/gridKeys.ts';
import { type KeyNameOf, keyText } from './keyText.ts';

export type KeyWords = Extract<ParseKeys, `keys.${string}` | `actions.name.${string}`>;

/** What a key does, by its key in the catalogue, and every way to press it. */
export interface KeyLine {
  readonly words: KeyWords;
  /** As in the maps: `Mod+`, `Alt+` and `Shift+` in this order, then the key. */
  readonly keys: readonly string[];
}

export type KeyPlace =
  | 'everywhere'
  | 'search'
  | 'moves'
  | 'vehicle'
  | 'group'
  | 'heading'
  | 'detail'
  | 'map'
  | 'onboarding'
  | 'setup'
  | 'activity'
  | 'dialog';

export interface KeySection {
  readonly place: KeyPlace;
  readonly lines: readonly KeyLine[];
}

/** One line for each thing that is done, with all keys that do it. */
function linesOf(pairs: readonly (readonly [key: string, words: KeyWords])[]): KeyLine[] {
  const byWords = Map.groupBy(pairs, ([, words]) => words);
  return [...byWords].map(([words, found]) => ({ words, keys: found.map(([key]) => key) }));
}

function gridLines(part: GridPart): KeyLine[] {
  return linesOf(
    Object.entries(GRID_KEYS[part]).map(([key, command]): [string, KeyWords] => [
      key,
      `keys.command.${command}`,
    ]),
  );
}

function detailWords(key: DetailKey): KeyWords {
  if (key.kind === 'refresh') return 'keys.detail.refresh';
  return `keys.detail.${key.kind}${key.by === 1 ? 'On' : 'Back'}`;
}

function mapWords(command: MapCommand): KeyWords {
  if (command.kind === 'zoom') return command.by === 1 ? 'keys.map.closer' : 'keys.map.further';
  return `keys.map.${command.kind}`;
}

/** What can be done from anywhere, with the keys that the person has. */
function everywhere(shortcuts: Shortcuts): KeySection {
  const lines = ACTION_IDS.map((id): KeyLine => {
    return { words: `actions.name.${id}`, keys: keysOf(id, shortcuts) };
  });
  return { place: 'everywhere', lines: lines.filter(({ keys }) => keys.length > 0) };
}

/** The keys that nobody changes, by the place where they work. Those of maps are read from the maps. */
const FIXED_SECTIONS: readonly KeySection[] = [
  {
    place: 'search',
    lines: [
      { words: 'keys.search.suggestions', keys: ['ArrowUp', 'ArrowDown'] },
      { words: 'keys.search.complete', keys: ['Tab', 'Enter'] },
      { words: 'keys.search.leave', keys: ['Enter'] },
      { words: 'keys.search.clear', keys: ['Escape'] },
    ],
  },
  {
    place: 'moves',
    lines: [
      { words: 'keys.moves.cell', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { words: 'keys.moves.page', keys: ['PageUp', 'PageDown'] },
      { words: 'keys.moves.row', keys: ['Home', 'End'] },
      { words: 'keys.moves.table', keys: ['Mod+Home', 'Mod+End'] },
    ],
  },
  { place: 'vehicle', lines: gridLines('vehicle') },
  { place: 'group', lines: gridLines('group') },
  { place: 'heading', lines: gridLines('heading') },
  {
    place: 'detail',
    lines: [
      ...linesOf(Object.entries(DETAIL_KEYS).map(([key, does]) => [key, detailWords(does)])),
      { words: 'keys.detail.close', keys: ['Escape'] },
    ],
  },
  {
    place: 'map',
    lines: [
      ...linesOf(Object.entries(MAP_KEYS).map(([key, does]) => [key, mapWords(does)])),
      { words: 'keys.map.leave', keys: ['Escape'] },
    ],
  },
  {
    place: 'onboarding',
    lines: [
      { words: 'keys.onboarding.connect', keys: ['c'] },
      { words: 'keys.onboarding.import', keys: ['v'] },
      { words: 'keys.onboarding.move', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
      { words: 'keys.onboarding.edge', keys: ['Home', 'End'] },
      { words: 'keys.onboarding.open', keys: ['Enter'] },
      { words: 'keys.onboarding.remove', keys: ['Delete'] },
    ],
  },
  {
    place: 'setup',
    lines: [
      { words: 'keys.setup.next', keys: ['Enter'] },
      { words: 'keys.setup.use', keys: ['Mod+Enter'] },
    ],
  },
  {
    place: 'activity',
    lines: [
      { words: 'keys.activity.filter', keys: ['/'] },
      { words: 'keys.activity.copy', keys: ['c'] },
      { words: 'keys.activity.support', keys: ['s'] },
    ],
  },
  {
    place: 'dialog',
    lines: [
      { words: 'keys.dialog.close', keys: ['Escape'] },
      { words: 'keys.dialog.next', keys: ['Tab'] },
      { words: 'keys.dialog.connect', keys: ['Mod+Enter'] },
    ],
  },
];

/** All keys of the app. */
export function keySheet(shortcuts: Shortcuts): readonly KeySection[] {
  return [everywhere(shortcuts), ...FIXED_SECTIONS];
}

/** The part of the sheet whose place, words or keys have every word of `query` in them. */
export function foundOnSheet(
  sheet: readonly KeySection[],
  query: string,
  wordsOf: ((words: KeyWords) => string) & KeyNameOf,
  onMac: boolean,
): readonly KeySection[] {
  const wanted = fold(query).split(' ').filter(Boolean);
  return sheet
    .map(({ place, lines }) => ({
      place,
      lines: lines.filter(({ words, keys }) => {
        const written = keys.map((key) => keyText(key, onMac, wordsOf)).join(' ');
        const text = fold(`${wordsOf(`keys.place.${place}`)} ${wordsOf(words)} ${written}`);
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
