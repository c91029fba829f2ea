import { type ReactNode, useId, useRef, useState } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import styles from './PopoverPanel.module.css';

interface PopoverPanelProps {
  /** What the button shows, and what it says in full where that is short. */
  readonly button: ReactNode;
  readonly buttonLabel?: string | undefined;
  readonly buttonTitle: string;
  readonly buttonLook: ButtonLook;
  readonly buttonClassName?: string | undefined;
  readonly buttonTone?: string | undefined;
  /** The panel's name. */
  readonly label: string;
  readonly place: 'below' | 'above';
  /** `<testId>` names the button, `<testId>-panel` the panel. */
  readonly testId: string;
  /** For a button elsewhere that opens the panel, too, as its `popoverTarget`. */
  readonly panelId?: string;
  /** What the panel shows; made only while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A button that opens facts beside it. The panel is the browser's own popover: Escape and a click
 * elsewhere close it, and the focus goes back to the button.
 */
export function PopoverPanel(props: PopoverPanelProps) {
  const { button, buttonLabel, buttonTitle, buttonLook, buttonClassName, buttonTone } = props;
  const { label, place, testId, panelId, children } = props;
  const ownId = useId();
  const id = panelId ?? ownId;
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const anchor = `--panel-${ownId.replace(/\W/g, '')}`;
  return (
    <>
      <Button
        look={buttonLook}
        className={buttonClassName}
        style={{ anchorName: anchor }}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={buttonLabel}
        title={buttonTitle}
        data-tone={buttonTone}
        data-testid={testId}
      >
        {button}
      </Button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={`${styles.panel} ${styles[place]}`}
        style={{ positionAnchor: anchor }}
        data-testid={`${testId}-panel`}
        onBeforeToggle={(event) => setIsOpen(event.newState === 'open')}
        onToggle={(event) => {
          if (event.newState === 'open') panel.current?.focus();
        }}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
