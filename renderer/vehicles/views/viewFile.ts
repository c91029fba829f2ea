import * as z from 'zod';
import { type SavedView, savedViewSchema } from '../../../contract/tableView.ts';

/** What a file with saved views holds. */
const viewFileSchema = z.strictObject({
  motorpool: z.literal('views'),
  version: z.literal(1),
  views: z.array(savedViewSchema).min(1).max(50),
});

/** Saved views as a file's text; it holds how the table is set up, and nothing of any vehicle. */
export function viewFileText(views: readonly SavedView[]): string {
  return `${JSON.stringify({ motorpool: 'views', version: 1, views }, null, 2)}\n`;
}

/** The views in a file; `null` where it holds none, or was made by something else. */
export function viewsInFile(text: string): SavedView[] | null {
  try {
    return viewFileSchema.parse(JSON.parse(text)).views;
  } catch {
    return null;
  }
}
