import { type JsonRecord, recordAt, recordsAt } from '../read-json.ts';
import { runCommand } from '../run-command.ts';
import { plant } from './plant.ts';

const folder = 'packages/policy/src';

/** Each planted source trips the rule in front of it. */
const trips: readonly [category: string, path: string, text: string][] = [
  ['format', `${folder}/planted-format.ts`, 'export const planted = "double quotes"\n'],
  [
    'lint/suspicious/noExplicitAny',
    `${folder}/planted-any.ts`,
    'export function planted(value: any): number {\n  return value.size;\n}\n',
  ],
  [
    'lint/correctness/noUnusedVariables',
    `${folder}/planted-variable.ts`,
    'const planted = 1;\nexport const other = 2;\n',
  ],
  [
    'lint/correctness/noUnusedImports',
    `${folder}/planted-import.ts`,
    "import { other } from './planted-variable.ts';\n\nexport const planted = 1;\n",
  ],
  [
    'lint/nursery/noFloatingPromises',
    `${folder}/planted-promise.ts`,
    'async function read(): Promise<number> {\n  return 1;\n}\n\nexport function planted(): void {\n  read();\n}\n',
  ],
  [
    'lint/nursery/noFloatingPromises',
    `${folder}/planted-imported-promise.ts`,
    "import { planted } from './planted-awaited.ts';\n\nexport function other(): void {\n  planted();\n}\n",
  ],
  [
    'lint/nursery/noMisusedPromises',
    `${folder}/planted-condition.ts`,
    'async function read(): Promise<boolean> {\n  return true;\n}\n\nexport function planted(): number {\n  return read() ? 1 : 2;\n}\n',
  ],
  [
    'lint/nursery/noUnsafeTypeAssertion',
    `${folder}/planted-assertion.ts`,
    'export function planted(value: unknown): string {\n  return value as string;\n}\n',
  ],
  [
    'lint/style/noNonNullAssertion',
    `${folder}/planted-non-null.ts`,
    'export function planted(values: string[]): string {\n  return values[0]!;\n}\n',
  ],
  [
    'lint/style/noDefaultExport',
    `${folder}/planted-default.ts`,
    'export default function planted(): void {}\n',
  ],
  ['lint/style/noEnum', `${folder}/planted-enum.ts`, 'export enum Planted {\n  A = 0,\n}\n'],
  [
    'lint/style/noParameterProperties',
    `${folder}/planted-property.ts`,
    'export class Planted {\n  constructor(readonly value: string) {}\n}\n',
  ],
  [
    'lint/style/useImportType',
    `${folder}/planted-type-import.ts`,
    "import { PlantedType } from './planted-type.ts';\n\nexport type Planted = PlantedType;\n",
  ],
  ['lint/style/useFilenamingConvention', `${folder}/PlantedName.ts`, 'export const planted = 1;\n'],
  ['lint/suspicious/noConsole', `${folder}/planted-console.ts`, "console.log('planted');\n"],
  [
    'lint/suspicious/noFocusedTests',
    `${folder}/planted-focus.test.ts`,
    "import { it } from 'vitest';\n\nit.only('planted', () => {});\n",
  ],
  [
    'lint/suspicious/noImportCycles',
    `${folder}/planted-cycle.ts`,
    "import { planted } from './planted-cycle-back.ts';\n\nexport const cycle = planted;\n",
  ],
];

/** Just on the right side of the same rules. */
const passes: Readonly<Record<string, string>> = {
  [`${folder}/planted-type.ts`]: 'export type PlantedType = string;\n',
  'apps/cli/src/planted-console.ts': "console.log('planted');\n",
  'packages/policy/planted.config.ts': 'export default {};\n',
  [`${folder}/planted-awaited.ts`]:
    'async function read(): Promise<number> {\n  return 1;\n}\n\nexport async function planted(): Promise<void> {\n  await read();\n}\n',
};

/** What Biome, as configured, fails to say about planted faults or says about sound code. */
export async function findSilentLint(copy: string): Promise<string[]> {
  const sources = Object.fromEntries(trips.map(([, path, text]) => [path, text]));
  plant(copy, {
    ...sources,
    ...passes,
    [`${folder}/planted-cycle-back.ts`]:
      "import { cycle } from './planted-cycle.ts';\n\nexport const planted = () => cycle;\n",
  });
  const options = ['--reporter=json', '--max-diagnostics=none', '--error-on-warnings'];
  const paths = [...Object.keys(sources), ...Object.keys(passes)];
  const { ok, output } = await runCommand({
    command: ['biome', 'ci', ...options, ...paths],
    cwd: copy,
  });
  const said = readDiagnostics(output);

  return [
    ...(ok ? ['biome ci passes although faults are planted'] : []),
    ...trips
      .filter(([category, path]) => !said.includes(`${path} ${category}`))
      .map(([category, path]) => `${path} does not trip ${category}`),
    ...said
      .filter((line) => Object.keys(passes).some((path) => line.startsWith(`${path} `)))
      .map((line) => `a near miss trips: ${line}`),
  ];
}

function readDiagnostics(output: string): string[] {
  const report: JsonRecord = JSON.parse(
    output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1),
  );
  return recordsAt(report, 'diagnostics').map((diagnostic) => {
    const path = recordAt(diagnostic, 'location')['path'];
    return `${path} ${diagnostic['category']}`;
  });
}
