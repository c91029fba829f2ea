/** Enough to find again what one does all day, and few enough to be seen at once. */
const KEPT = 5;

/** What was chosen in the palette, the last first. It is forgotten when the window closes. */
export interface Recent {
  readonly ids: () => readonly string[];
  readonly remember: (id: string) => void;
}

export function createRecent(): Recent {
  let ids: readonly string[] = [];
  return {
    ids: () => ids,
    remember(id) {
      ids = [id, ...ids.filter((one) => one !== id)].slice(0, KEPT);
    },
  };
}

export const recent = createRecent();
