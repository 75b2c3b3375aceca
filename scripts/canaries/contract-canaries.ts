import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonRecord, recordsAt } from '../read-json.ts';
import { runCommand } from '../run-command.ts';
import { plant } from './plant.ts';

/** Each change of the contract trips the rule in front of it. */
const trips: readonly [rule: string, from: string | RegExp, to: string][] = [
  ['operation-operationId', / +operationId: getMe\n/, ''],
  ['operation-summary', / +summary: List accounts\n/, ''],
  ['operation-description', / +description: Asks no dependency\.\n/, ''],
  ['no-unresolved-refs', 'schemas/ApiTokenInput', 'schemas/Nowhere'],
  ['paths-kebab-case', '  /v1/check-runs/{id}:', '  /v1/checkRuns/{id}:'],
  ['path-parameters-defined', '  /v1/delegations/{id}:', '  /v1/delegations/{planted}:'],
  ['response-contains-header', /('202':\n.*\n +headers:\n(?: +ETag.*\n)?) +Location.*\n/, '$1'],
  ['no-invalid-media-type-examples', 'durationSeconds: 14400', 'durationSeconds: long'],
  ['no-unused-components', '  schemas:\n', '  schemas:\n    Planted: { type: string }\n'],
];

/** Which planted faults of the contract its linter, as configured, does not report. */
export async function findSilentContract(copy: string): Promise<string[]> {
  const sound = readFileSync(join(copy, 'openapi.yaml'), 'utf8');
  const faulty = trips.reduce((text, [, from, to]) => text.replace(from, to), sound);
  plant(copy, { 'openapi.yaml': faulty });

  const { ok, output } = await runCommand({
    command: ['redocly', 'lint', 'openapi.yaml', '--format=json'],
    cwd: copy,
  });
  const report: JsonRecord = JSON.parse(
    output.slice(output.indexOf('{\n'), output.lastIndexOf('\n}') + 2),
  );
  const said = recordsAt(report, 'problems').map(({ ruleId }) => ruleId);
  return [
    ...(ok ? ['redocly passes although faults are planted'] : []),
    ...trips.filter(([rule]) => !said.includes(rule)).map(([rule]) => `nothing trips ${rule}`),
  ];
}
