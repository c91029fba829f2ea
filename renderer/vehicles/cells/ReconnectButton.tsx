import { useReconnect } from '../../connect/useReconnect.ts';
import { Button } from '../../ui/Button.tsx';

interface ReconnectButtonProps {
  readonly vehicleId: string;
  readonly label: string;
}

/**
 * The words of the status, which do what they say. Only for the pointer: a row is one tab stop, and
 * its details hold the same button.
 */
export function ReconnectButton({ vehicleId, label }: ReconnectButtonProps) {
  const reconnect = useReconnect();
  return (
    <Button
      look="link"
      tabIndex={-1}
      unavailable={reconnect.isPending}
      onKeyDown={(event) => {
        // Would open the row's details as well.
        if (event.key === 'Enter') event.stopPropagation();
      }}
      onClick={(event) => {
        event.stopPropagation();
        reconnect.mutate({ vehicleId });
      }}
    >
      {label}
    </Button>
  );
}
