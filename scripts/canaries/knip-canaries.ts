import { join } from 'node:path';
import { readJsonRecord, recordAt } from '../read-json.ts';
import { runCommand } from '../run-command.ts';
import { plant } from './plant.ts';

const folder = 'packages/policy';

/** Which planted dead code Knip, as configured, does not report. */
export async function findSilentKnip(
  copy: string,
  workspaces: readonly string[],
): Promise<string[]> {
  const manifest = readJsonRecord(join(copy, folder, 'package.json'));
  const dependencies = { ...recordAt(manifest, 'dependencies'), 'planted-dependency': '1.0.0' };
  const orphans = ['scripts/canaries', ...workspaces.map((path) => `${path}/src`)].map(
    (path) => `${path}/planted-orphan.ts`,
  );
  plant(copy, {
    ...Object.fromEntries(orphans.map((path) => [path, 'export const planted = 1;\n'])),
    [`${folder}/package.json`]: JSON.stringify({ ...manifest, dependencies }),
    [`${folder}/src/planted.test.ts`]:
      "import { plantedUsed } from './planted-exports.ts';\n\nplantedUsed();\n",
    [`${folder}/src/planted-exports.ts`]:
      "import 'planted-unlisted';\n\nexport const plantedUsed = () => 1;\nexport const plantedUnused = 2;\n",
  });

  const { ok, output } = await runCommand({ command: ['knip', '--no-progress'], cwd: copy });
  const expected = [...orphans, 'planted-dependency', 'planted-unlisted', 'plantedUnused'];
  return [
    ...(ok ? ['knip passes although dead code is planted'] : []),
    ...expected.filter((name) => !output.includes(name)).map((name) => `${name} is not reported`),
    ...(output.includes('plantedUsed') ? ['a used export is reported'] : []),
  ];
}
