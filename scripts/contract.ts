import { join } from 'node:path';
import { findBreaking } from './contract/find-breaking.ts';
import { runCommand } from './run-command.ts';

// Lints openapi.yaml as redocly.yaml says, and compares it with the contract that was released last:
// what breaks clients takes a new major version. Nothing of it needs the network or tells anybody.
process.env['REDOCLY_TELEMETRY'] = 'off';
process.env['REDOCLY_SUPPRESS_UPDATE_NOTICE'] = 'true';

const root = join(import.meta.dirname, '..');
const { ok, output } = await runCommand({
  command: ['npm', 'run', 'lint', '--silent', '--workspace', 'packages/contract'],
  cwd: root,
});
console.log(output.trimEnd());
const breaking = await findBreaking(root);
for (const change of breaking) console.log(`breaks what was released: ${change}`);
if (!ok || breaking.length > 0) process.exitCode = 1;
