import type { Input } from 'electron';

/** What a key does in a Connect window, wherever in it the keyboard is. */
export type KeyAction = 'back' | 'reload' | 'close' | 'switch_pane';

type KeyPress = Pick<Input, 'type' | 'key' | 'isAutoRepeat' | 'shift' | 'control' | 'alt' | 'meta'>;

/** The keys of browsers; on macOS Alt and an arrow move through a word, so Cmd+[ goes back there. */
export function keyAction(press: KeyPress, onMac: boolean): KeyAction | null {
  if (press.type !== 'keyDown' || press.isAutoRepeat || press.shift) return null;
  const { key, control, alt, meta } = press;
  const mod = onMac ? meta && !control && !alt : control && !meta && !alt;
  const none = !control && !alt && !meta;
  if (none && key === 'F5') return 'reload';
  if (none && key === 'F6') return 'switch_pane';
  if (mod && key.toLowerCase() === 'r') return 'reload';
  if (mod && key.toLowerCase() === 'w') return 'close';
  const back = onMac ? mod && key === '[' : alt && !control && !meta && key === 'ArrowLeft';
  return back ? 'back' : null;
}
