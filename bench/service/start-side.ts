import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SideOrder, SideReport } from './side-report.ts';

/** A server in a process of its own. */
export interface Side<Started> {
  readonly started: Started;
  ask(order: SideOrder): Promise<SideReport>;
  stop(): Promise<void>;
}

/** Starts a script of this folder; what it logs goes to /dev/null. */
export async function startSide<Started>(
  script: string,
  input: object = {},
): Promise<Side<Started>> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(file, [JSON.stringify(input)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const failed = exited.then(([code]) => Promise.reject(new Error(`${script} ended: ${code}`)));
  failed.catch(() => {});
  const [started]: Started[] = await Promise.race([once(child, 'message'), failed]);
  if (started === undefined) throw new Error(`${script} told nothing`);
  return {
    started,
    async ask(order) {
      child.send(order);
      const [report]: SideReport[] = await Promise.race([once(child, 'message'), failed]);
      if (report === undefined) throw new Error(`${script} told nothing`);
      return report;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
