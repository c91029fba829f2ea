import type { KeyboardEvent } from 'react';
import { isMac, isModKey } from '../frame/shortcuts.ts';

/** `Mod+Enter` sends a form from anywhere in it; what is under way is waited for. */
export function sendOnModEnter(event: KeyboardEvent<HTMLFormElement>, isBusy: boolean): void {
  if (!isModKey(event.nativeEvent, 'enter', isMac)) return;
  event.preventDefault();
  if (!isBusy) event.currentTarget.requestSubmit();
}

/**
 * Enter in one of the fields, of one line each, goes on to the one after it instead of sending a form
 * that is half empty. `null` for every other key and place.
 */
export function nextField<Field extends string>(
  { key, nativeEvent, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  fields: Readonly<Record<string, Field>>,
): Field | null {
  const isPlain = key === 'Enter' && !(ctrlKey || metaKey || altKey || shiftKey);
  if (!isPlain || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return null;
  return fields[target.name] ?? null;
}
