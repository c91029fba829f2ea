import { useState } from 'react';
import type { Application } from '../../../contract/application.ts';
import {
  type ConnectOptions,
  type ConnectOptionsIssue,
  type ConnectOptionsProblem,
  connectOptionsIssues,
} from '../../../contract/connectOptions.ts';
import { modeOf } from '../../frame/ModeBadge.tsx';

type Field = ConnectOptionsIssue['field'];

interface Issues {
  /** What is wrong with a field, as far as it should be said now. */
  readonly at: (field: Field) => ConnectOptionsProblem | null;
  readonly areNone: boolean;
  /** From now on everything is said. */
  readonly sayAll: () => void;
}

/** Nothing is wrong yet with what is still being typed. */
const WHILE_TYPING: ReadonlySet<ConnectOptionsProblem> = new Set<ConnectOptionsProblem>([
  'vin_length',
  'make_missing',
]);

/** Checks the options as they are chosen, by the same rules as the main process. */
export function useIssues(options: ConnectOptions, application: Application): Issues {
  const [saysAll, setSaysAll] = useState(false);
  const issues = connectOptionsIssues(options, modeOf(application));
  return {
    at(field) {
      const problem = issues.find((issue) => issue.field === field)?.problem ?? null;
      return problem !== null && WHILE_TYPING.has(problem) && !saysAll ? null : problem;
    },
    areNone: issues.length === 0,
    sayAll: () => setSaysAll(true),
  };
}
