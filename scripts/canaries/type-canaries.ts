import { runCommand } from '../run-command.ts';
import { plant } from './plant.ts';

/** Each trips the compiler by the option, or the plain rule, that it is called after. */
const faults: Readonly<Record<string, string>> = {
  'planted-mismatch.ts': "export const planted: number = 'text';\n",
  'planted-implicit-any.ts': 'export const planted = (value) => value;\n',
  'planted-null.ts': 'export const planted = (value: string | undefined) => value.length;\n',
  'planted-index.ts': 'export const planted = (values: string[]): string => values[0];\n',
  'planted-optional.ts': 'export const planted: { a?: string } = { a: undefined };\n',
  'planted-erasable.ts': 'export namespace Planted {\n  export const a = 1;\n}\n',
  'planted-fallthrough.ts':
    'export function planted(value: number): void {\n  switch (value) {\n    case 1:\n      String(value);\n    case 2:\n      return;\n  }\n}\n',
  'planted-tagged-union.ts':
    "export function planted(value: 'a' | 'b'): void {\n  if (value === 'a') return;\n  value satisfies never;\n}\n",
};
const sound = 'export const planted = (values: string[]): string => values[0] ?? "";\n';

/** Which planted type errors the type checks, run as `npm run check` runs them, do not report. */
export async function findSilentTypes(
  copy: string,
  workspaces: readonly string[],
): Promise<string[]> {
  const planted = Object.entries(faults).map(([name, text]) => [
    `packages/policy/src/${name}`,
    text,
  ]);
  const everywhere = ['scripts', ...workspaces].map((folder) => [
    `${folder === 'scripts' ? folder : sourceFolder(folder)}/planted-somewhere.ts`,
    faults['planted-mismatch.ts'] ?? '',
  ]);
  const files = Object.fromEntries([...planted, ...everywhere]);
  plant(copy, { ...files, 'packages/policy/src/planted-sound.ts': sound });

  const root = await runCommand({ command: ['tsc', '--noEmit', '-p', '.'], cwd: copy });
  const turbo = ['turbo', 'run', 'typecheck', '--continue', '--force', '--no-color'] as const;
  const each = await runCommand({ command: turbo, cwd: copy });
  const lines = `${root.output}\n${each.output}`.split('\n');
  const isReported = (path: string) => lines.some((line) => reports(line, path));

  return [
    ...(root.ok || each.ok ? ['a type check passes although errors are planted'] : []),
    ...Object.keys(files)
      .filter((path) => !isReported(path))
      .map((path) => `${path} is not reported`),
    ...(isReported('packages/policy/src/planted-sound.ts') ? ['a sound source is reported'] : []),
  ];
}

/** Turbo names the workspace (`@rolecall/policy:typecheck: src/a.ts(1,2): error TS…`). */
function reports(line: string, path: string): boolean {
  const [, workspace, below] = /^(?:(?:packages|apps)\/)?([^/]+)\/(.*)$/.exec(path) ?? [];
  return workspace === 'scripts'
    ? line.startsWith(`${path}(`)
    : line.startsWith(`@rolecall/${workspace}:typecheck: ${below}(`);
}

/** Benchmarks lie beside their package.json. */
function sourceFolder(workspace: string): string {
  return workspace === 'bench' ? workspace : `${workspace}/src`;
}
