/** The parts of a key press that move between rows. */
export type RowKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PAGE = 10;

/** Which row a key moves to; `null` where the key is none of the table's or there is nowhere to go. */
export function rowMove(press: RowKey, from: number, count: number): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  const targets = new Map([
    ['ArrowDown', from + 1],
    ['ArrowUp', from - 1],
    ['PageDown', from + PAGE],
    ['PageUp', from - PAGE],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const wanted = targets.get(press.key);
  if (wanted === undefined) return null;
  const to = Math.min(Math.max(wanted, 0), count - 1);
  return to === from ? null : to;
}
