import { type ServiceProcess, startProcess } from '../../work/testing/service-process.fixture.ts';

/** A service that is killed and started again at the same address. */
export interface KillableService {
  readonly url: string;
  readonly kills: () => number;
  /** Returns when it listens. */
  start(): Promise<void>;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** As a platform does; the exit code. */
  stop(): Promise<number | string>;
  /** What it has written since it was last started. */
  readonly output: () => ReturnType<ServiceProcess['output']>;
}

export function killableService(
  port: number,
  env: Readonly<Record<string, string>>,
): KillableService {
  let service: ServiceProcess | undefined;
  let kills = 0;
  const running = (): ServiceProcess => {
    if (service === undefined) throw new Error('the service was not started');
    return service;
  };
  const end = (signal: NodeJS.Signals): Promise<number | string> => {
    running().process.kill(signal);
    return running().ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    kills: () => kills,
    output: () => running().output(),
    start: async () => {
      service = startProcess({ ...env, PORT: String(port) });
      await service.saw('/docs\n');
    },
    kill: async () => {
      kills += 1;
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
