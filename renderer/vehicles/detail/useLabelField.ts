import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Long enough not to write every letter, short enough to lose nothing. */
const SAVE_AFTER_MS = 800;

interface LabelFieldOptions {
  /** What is written down; `null` for nothing. */
  readonly value: string | null;
  /** Rejects where it could not be written down. */
  readonly onSave: (text: string | null) => Promise<unknown>;
}

export interface LabelField {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

const kept = (text: string) => text.trim() || null;

/**
 * A field that saves itself: a moment after the last letter, when it is left, and when it goes away.
 * A change from elsewhere shows unless something else is being typed.
 */
export function useLabelField({ value, onSave }: LabelFieldOptions): LabelField {
  const [text, setText] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  const written = useRef(value);
  if (value !== known) {
    setKnown(value);
    if (kept(text) === known) setText(value ?? '');
  }

  const save = () => {
    const next = kept(text);
    if (next === written.current) return;
    const before = written.current;
    written.current = next;
    onSave(next).catch(() => {
      // So that leaving the field tries once more.
      written.current = before;
    });
  };
  const saveLatest = useEffectEvent(save);

  useEffect(() => {
    written.current = value;
  }, [value]);
  useEffect(() => {
    if (kept(text) === written.current) return;
    const timer = setTimeout(() => saveLatest(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => saveLatest(), []);

  return { text, onChange: setText, onBlur: save };
}
