export const DETAIL_TABS = ['now', 'trends', 'access', 'place', 'log', 'notes'] as const;
export type DetailTab = (typeof DETAIL_TABS)[number];

/** The tab beside this one; the ends stay where they are. */
export function besideTab(tab: DetailTab, by: 1 | -1): DetailTab {
  return DETAIL_TABS[DETAIL_TABS.indexOf(tab) + by] ?? tab;
}

/** What a key does in the details. */
export type DetailKey =
  | { readonly kind: 'tab' | 'vehicle'; readonly by: 1 | -1 }
  | { readonly kind: 'refresh' };

/** The keys of the details, each pressed alone; the key sheet is written from them. */
export const DETAIL_KEYS: Readonly<Record<string, DetailKey>> = {
  '[': { kind: 'tab', by: -1 },
  ']': { kind: 'tab', by: 1 },
  j: { kind: 'vehicle', by: 1 },
  k: { kind: 'vehicle', by: -1 },
  r: { kind: 'refresh' },
};

/** The meaning of a key that is pressed alone; `null` for keys that are none of the details'. */
export function detailKey(key: string): DetailKey | null {
  return Object.hasOwn(DETAIL_KEYS, key) ? (DETAIL_KEYS[key] ?? null) : null;
}
