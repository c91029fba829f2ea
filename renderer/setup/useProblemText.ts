import { useTranslation } from 'react-i18next';
import type { ApplicationFormProblem } from '../../contract/application.ts';

/** The schemas' issues carry a problem's name as their message. */
interface FieldProblem {
  readonly message?: string | undefined;
}

/** What is wrong with a field, in words; `undefined` where nothing is. */
export function useProblemText(): (field: FieldProblem | undefined) => string | undefined {
  const { t } = useTranslation();
  return (field) =>
    field?.message ? t(`setup.problem.${field.message as ApplicationFormProblem}`) : undefined;
}
