import type { SourcePosition } from '@rolecall/core';
import type { Run } from '../run/run.ts';

/** The address of a line as GitHub shows it, at the commit that was read. */
export function linkToLines(
  run: Pick<Run, 'repository'>,
  { serverUrl, commit }: { readonly serverUrl: string; readonly commit: string },
): (position: SourcePosition) => string | undefined {
  const { owner, name } = run.repository;
  return ({ file, line }) => {
    const path = file.split('/').map(encodeURIComponent).join('/');
    const root = [serverUrl, encodeURIComponent(owner), encodeURIComponent(name)].join('/');
    return `${root}/blob/${commit}/${path}#L${line}`;
  };
}
