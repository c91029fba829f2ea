import { useMutation } from '@tanstack/react-query';
import type { ApplicationForm } from '../../contract/application.ts';
import type { ApplicationCheck } from '../../contract/applicationCheck.ts';
import { isClockOff } from '../../contract/health.ts';

/** Whether Smartcar knows the client ID and its secret. */
export function isAccepted({ credentials }: ApplicationCheck): boolean {
  return credentials === 'accepted' || credentials === 'not_in_plan';
}

/** Whether there is nothing that a person should read before going on. */
function isFine(check: ApplicationCheck): boolean {
  return isAccepted(check) && !isClockOff(check.clockOffsetMs);
}

/**
 * Asks Smartcar about an application, and takes it into use where all is well. A check that is not
 * waited for any more, since a field was changed or the form left, saves nothing.
 */
export function useCheckedSave(profileId: string | null, onDone: () => void) {
  // What was typed is secret: it goes with the form, not minutes later.
  const save = useMutation({
    mutationFn: (form: ApplicationForm) =>
      window.motorpool['setup.saveApplication']({ form, profileId }),
    gcTime: 0,
    onSuccess: (result) => {
      if (result.ok) onDone();
    },
  });
  const check = useMutation({
    mutationFn: (form: ApplicationForm) => window.motorpool['setup.checkApplication'](form),
    gcTime: 0,
  });

  return {
    found: check.data ?? null,
    work: check.isPending ? 'checking' : save.isPending ? 'saving' : null,
    isBroken: check.isError || save.isError,
    failure: save.data?.ok === false ? save.data.failure : null,
    checkAndSave(form: ApplicationForm) {
      save.reset();
      check.mutate(form, {
        onSuccess: (found) => {
          if (isFine(found)) save.mutate(form);
        },
      });
    },
    saveUnchecked: (form: ApplicationForm) => save.mutate(form),
    /** What was checked is being changed, so what was found no longer holds. */
    forget() {
      check.reset();
      save.reset();
    },
  } as const;
}
