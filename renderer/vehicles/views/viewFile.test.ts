import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../../../contract/tableView.ts';
import { viewFileText, viewsInFile } from './viewFile.ts';

const views = [{ id: 'a', name: 'Pool', view: { ...DEFAULT_VIEW, query: 'group:pool' } }];

test('views come back from a file as they went', () => {
  expect(viewsInFile(viewFileText(views))).toEqual(views);
});

test.each(['', '[]', '{"views":[]}', '{"motorpool":"views","version":1,"views":[{"id":"a"}]}'])(
  'a file of something else is not taken: %s',
  (text) => {
    expect(viewsInFile(text)).toBeNull();
  },
);
