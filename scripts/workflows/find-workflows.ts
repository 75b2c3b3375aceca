import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = ['.github/workflows/*.{yml,yaml}', 'examples/workflows/*.{yml,yaml}'];
const documents = ['README.md', 'docs/*.md'];

/** Every workflow of the repository by path, with those that its documents show. */
export function findWorkflows(root: string): Map<string, string> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const pathsOf = (patterns: string[]) => globSync(patterns, { cwd: root }).sort();
  return new Map([
    ...pathsOf(files).map((path) => [path, read(path)] as const),
    ...pathsOf(documents).flatMap((path) => workflowsIn(path, read(path))),
  ]);
}

/** The examples in a document that are whole workflows, by the line they begin at. */
export function workflowsIn(path: string, text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^```yaml\n(.*?)^```/gms)]
    .filter(([, block = '']) => /^jobs:/m.test(block))
    .map(({ 1: block = '', index }) => {
      const line = text.slice(0, index).split('\n').length;
      return [`${path}:${line}`, block] as const;
    });
}
