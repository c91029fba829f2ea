import { Kbd } from '../ui/Kbd.tsx';
import type { PaletteEntry } from './entries.ts';
import styles from './PaletteDialog.module.css';

interface PaletteOptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isActive: boolean;
  /** The pointer has moved onto it. */
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** A line of the palette. The keyboard stays in the field above, which names the line it is at. */
export function PaletteOption({ id, entry, isActive, onPoint, onChoose }: PaletteOptionProps) {
  const { icon: Picture, label, detail, keys, whyNot } = entry;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={whyNot !== null || undefined}
      className={styles.option}
      data-testid="palette-option"
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onChoose();
      }}
    >
      <Picture size={16} aria-hidden />
      <span className={styles.text}>
        <span className={styles.label}>{label}</span>{' '}
        <span className={styles.detail}>{whyNot ?? detail}</span>
      </span>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </div>
  );
}
