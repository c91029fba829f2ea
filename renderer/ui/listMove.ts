/** How the things lie that a key moves between. */
export type Lie = 'row' | 'column';

const KEYS: Readonly<Record<Lie, { readonly on: string; readonly back: string }>> = {
  row: { on: 'ArrowRight', back: 'ArrowLeft' },
  column: { on: 'ArrowDown', back: 'ArrowUp' },
};

/** Which of `count` things a key moves to, from the last to the first; `null` for other keys. */
export function listMove(key: string, lie: Lie, from: number, count: number): number | null {
  const { on, back } = KEYS[lie];
  switch (key) {
    case on:
      return (from + 1) % count;
    case back:
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
