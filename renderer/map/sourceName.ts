import { type MapSource, templateHost } from '../../contract/ownMap.ts';

/** What a map of one's own is called: its host, or its file without the folder. */
export function sourceName(source: MapSource): string {
  if (source.kind === 'tiles') return templateHost(source.template);
  return source.kind === 'file' ? (source.path.split(/[\\/]/).at(-1) ?? '') : '';
}
