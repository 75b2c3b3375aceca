import { type JsonRecord, recordAt, recordsAt } from '../read-json.ts';
import { runCommand } from '../run-command.ts';

const released = 'packages/contract/released';

/**
 * What breaks clients of the contract that was released last, as Redocly rates it; nothing where the
 * major of `info.version` is a higher one.
 *
 * @throws Error when the two cannot be compared
 */
export async function findBreaking(root: string): Promise<readonly string[]> {
  const files = [`${released}/openapi.yaml`, 'openapi.yaml'];
  const options = ['--config', `${released}/redocly.yaml`, '--format', 'json', '--fail-on', 'none'];
  const { ok, output } = await runCommand({
    command: ['redocly', 'diff', ...files, ...options],
    cwd: root,
  });
  if (!ok) throw new Error(output);
  const report: JsonRecord = JSON.parse(
    output.slice(output.indexOf('{\n'), output.lastIndexOf('\n}') + 2),
  );
  const versions = recordAt(report, 'infoVersions');
  if (majorOf(versions['revision']) > majorOf(versions['base'])) return [];
  return recordsAt(report, 'changes')
    .filter(({ impact }) => impact === 'major')
    .map((change) => {
      const why = recordsAt(change, 'verdicts').map(({ message }) => String(message));
      return `${String(change['path'])}: ${why.join(' ')}`;
    });
}

function majorOf(version: unknown): number {
  const major = /^(\d+)\./.exec(String(version))?.[1];
  if (major === undefined) throw new Error(`${String(version)} is no version of a contract`);
  return Number(major);
}
