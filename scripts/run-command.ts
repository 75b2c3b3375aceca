import { spawn } from 'node:child_process';

export type CommandResult = { ok: boolean; output: string };

/** Runs a program without a shell or input; gives its exit and all it printed, in order. */
export function runCommand(input: {
  command: readonly [program: string, ...args: string[]];
  cwd: string;
}): Promise<CommandResult> {
  const [program, ...args] = input.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: input.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: `${program}: ${error.message}` }));
    child.on('close', (code) =>
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
