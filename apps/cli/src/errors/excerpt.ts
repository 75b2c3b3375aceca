import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourcePosition } from '@rolecall/core';

/** The source line at a position; undefined where the file is not there to be read. */
export type Excerpt = (position: SourcePosition) => string | undefined;

export function excerptFrom(cwd: string): Excerpt {
  return ({ file, line }) => {
    try {
      return readFileSync(resolve(cwd, file), 'utf8').split(/\r?\n/)[line - 1];
    } catch {
      return undefined;
    }
  };
}
