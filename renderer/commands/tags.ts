import type { Vehicle } from '../../contract/vehicles.ts';

/** What main accepts. */
export const MAX_TAGS = 50;
export const MAX_TAG_LENGTH = 60;

/** The tags that these vehicles wear and how many wear each, in the order of their names. */
export function tagCounts(
  vehicles: readonly Pick<Vehicle, 'labels'>[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { labels } of vehicles) {
    for (const tag of labels.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one.localeCompare(other));
}

/** How a list of tags became another one. */
export function tagChange(
  before: readonly string[],
  after: readonly string[],
): { readonly addTags: readonly string[]; readonly removeTags: readonly string[] } {
  return {
    addTags: after.filter((tag) => !before.includes(tag)),
    removeTags: before.filter((tag) => !after.includes(tag)),
  };
}
