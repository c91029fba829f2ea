import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import type { ProfileColour } from '../../contract/profiles.ts';
import colours from './colours.module.css';
import styles from './ProfileChip.module.css';

interface ProfileMarkProps {
  readonly colour: ProfileColour;
  readonly isInUse: boolean;
}

/** A profile's colour, with a tick where it is in use. */
export function ProfileMark({ colour, isInUse }: ProfileMarkProps) {
  return (
    <span className={`${styles.mark} ${colours.colour}`} data-colour={colour} aria-hidden>
      {isInUse && <IconCheck size={12} stroke={3} />}
    </span>
  );
}
