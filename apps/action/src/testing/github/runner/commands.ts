/** A workflow command as the runner finds it in the output of a step. */
export interface WorkflowCommand {
  /** `error`, `warning`, `add-mask` … */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

// What the runner obeys (actions/runner, ActionCommandManager.cs), from memory.
const known = new Set(
  'set-env set-output save-state add-path add-mask add-matcher remove-matcher warning error notice debug group endgroup echo stop-commands'.split(
    ' ',
  ),
);

/**
 * The commands in an output, read as the runner reads them, also those that nobody meant: `::` may
 * have blanks before it, the older `##[…]` may stand anywhere in a line.
 */
export function parseCommands(output: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stoppedBy: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    if (stoppedBy !== undefined) {
      if (line.trim() === `::${stoppedBy}::`) stoppedBy = undefined;
      continue;
    }
    const command = parseNew(line) ?? parseOld(line);
    if (command === undefined || !known.has(command.name)) continue;
    if (command.name === 'stop-commands') stoppedBy = command.message;
    commands.push(command);
  }
  return commands;
}

function parseNew(line: string): WorkflowCommand | undefined {
  const [, name = '', properties = '', message = ''] =
    /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line) ?? [];
  if (name === '') return undefined;
  return {
    name: name.toLowerCase(),
    properties: parseProperties(properties, ','),
    message: decode(message, data),
  };
}

function parseOld(line: string): WorkflowCommand | undefined {
  const [, name = '', properties = '', message = ''] =
    /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line) ?? [];
  if (name === '') return undefined;
  return { name: name.toLowerCase(), properties: parseProperties(properties, ';'), message };
}

function parseProperties(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(0, at)).trim(), decode(pair.slice(at + 1), property)];
  });
  return Object.fromEntries(pairs.filter(([key]) => key !== ''));
}

const data: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const property = [['%3A', ':'] as const, ['%2C', ','] as const, ...data];

function decode(text: string, codes: readonly (readonly [string, string])[]): string {
  return codes.reduce((so, [code, character]) => so.replaceAll(code, character), text);
}
