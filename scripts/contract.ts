import { join } from 'node:path';
import { runCommand } from './run-command.ts';

// Lints openapi.yaml as redocly.yaml says. Nothing of it needs the network or tells anybody.
process.env['REDOCLY_TELEMETRY'] = 'off';
process.env['REDOCLY_SUPPRESS_UPDATE_NOTICE'] = 'true';

const { ok, output } = await runCommand({
  command: ['npm', 'run', 'lint', '--silent', '--workspace', 'packages/contract'],
  cwd: join(import.meta.dirname, '..'),
});
console.log(output.trimEnd());
if (!ok) process.exitCode = 1;
