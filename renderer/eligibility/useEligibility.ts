import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { EligibilityAnswer, EligibilityRequest } from '../../contract/eligibility.ts';

/** Long enough for the last characters of a VIN to be typed, or corrected. */
const TYPING_PAUSE_MS = 500;

/** Answers that were had stay good while a person tries out permissions. */
const GOOD_FOR_MS = 5 * 60_000;

export interface InlineCheck {
  readonly state: 'none' | 'checking' | 'done' | 'failed';
  readonly answer: EligibilityAnswer | null;
  readonly again: () => void;
}

/** Checks one car once its VIN is complete and nothing is typed for a moment. */
export function useEligibility(
  vin: string,
  request: Pick<EligibilityRequest, 'country' | 'permissions'>,
): InlineCheck {
  const [settled] = useDebouncedValue(vin, TYPING_PAUSE_MS);
  const isOn = vin !== '' && vin === settled;
  const { country, permissions } = request;
  const query = useQuery({
    queryKey: ['eligibility', vin, country, permissions],
    queryFn: () =>
      window.motorpool['eligibility.check']({
        vins: [vin],
        permissions: [...permissions],
        country,
      }),
    enabled: isOn,
    staleTime: GOOD_FOR_MS,
    gcTime: GOOD_FOR_MS,
  });
  const again = () => void query.refetch();
  if (vin === '') return { state: 'none', answer: null, again };
  if (query.isFetching || !isOn) return { state: 'checking', answer: null, again };
  if (query.isError) return { state: 'failed', answer: null, again };
  return { state: 'done', answer: query.data ?? null, again };
}
