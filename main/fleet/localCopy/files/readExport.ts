import { FORMAT_VERSION, headSchema, type Line, lineSchema } from './format.ts';
import { FileProblem, linesOf } from './lines.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileProblem('damaged');
  }
}

function headOf(text: string): string {
  let head: unknown;
  try {
    head = JSON.parse(text);
  } catch {
    throw new FileProblem('not_ours');
  }
  const checked = headSchema.safeParse(head);
  if (!checked.success) throw new FileProblem('not_ours');
  if (checked.data.version > FORMAT_VERSION) throw new FileProblem('newer');
  return checked.data.madeAt;
}

export interface CheckedLine {
  readonly line: Line;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly read: number;
  readonly size: number;
}

/**
 * The lines of an export, each checked. Throws `FileProblem` at the first that is not as it should be,
 * and at the end of a file that was cut.
 */
export function* readExport(path: string): Generator<CheckedLine> {
  let madeAt: string | null = null;
  let count = 0;
  let isOver = false;
  for (const { text, read, size } of linesOf(path)) {
    if (isOver) throw new FileProblem('damaged');
    if (madeAt === null) {
      madeAt = headOf(text);
    } else {
      const checked = lineSchema.safeParse(parsed(text));
      if (!checked.success) throw new FileProblem('damaged');
      const line = checked.data;
      if (line.part === 'end') {
        if (line.data.lines !== count) throw new FileProblem('damaged');
        isOver = true;
      }
      yield { line, madeAt, read, size };
    }
    count += 1;
  }
  if (madeAt === null) throw new FileProblem('not_ours');
  if (!isOver) throw new FileProblem('damaged');
}
