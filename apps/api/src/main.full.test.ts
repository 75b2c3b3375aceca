import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from './storage/database/lock-folder.ts';
import {
  type ServiceProcess,
  startNpm,
  startProcess,
} from './work/testing/service-process.fixture.ts';

const started: ServiceProcess[] = [];
afterEach(() => {
  for (const { process } of started.splice(0)) process.kill('SIGKILL');
});

function start(env: Readonly<Record<string, string>>): ServiceProcess {
  const service = startProcess(env);
  started.push(service);
  return service;
}

describe('npm start', () => {
  it('says all that is wrong with the environment, and exits with 2', async () => {
    const service = start({
      PORT: 'http',
      NODE_ENV: 'production',
      DATABASE_URL: 'mysql://u:hunter2@h',
    });
    expect(await service.ended).toBe(2);
    const { stdout, stderr } = service.output();
    expect(stdout).toBe('');
    for (const name of ['PORT', 'DATABASE_URL', 'ROLECALL_AUDIT_KEY', 'ROLECALL_SEALING_KEYS'])
      expect(stderr).toContain(`${name}:\n`);
    expect(stderr).not.toContain('hunter2');
  });

  it('comes up, shows where the reference is and two tokens, and stops when it is told to', async () => {
    const service = start({ PORT: '0', ROLECALL_DATA: 'memory://', ROLECALL_DATE: 'x' });
    await service.saw('/docs\n');
    await service.saw('/v1/me');
    const { stdout, stderr } = service.output();
    expect(stderr).toContain('ROLECALL_DATE');
    const tokens = stderr.match(/rc_[\w-]{76}/g) ?? [];
    expect(new Set(tokens).size).toBe(2);
    const [url = ''] = /http:\S+(?=\/docs)/.exec(stderr) ?? [];
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    for (const token of tokens) expect(stdout).not.toContain(token);
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });

  it('has its folder for itself, and leaves it to the next even when it is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-main-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const env = { PORT: '0', ROLECALL_DATA: folder };
    const first = start(env);
    await first.saw('/docs\n');
    const second = start(env);
    expect(await second.ended).toBe(1);
    expect(second.output().stderr).toContain(`another process has ${folder} open`);
    expect(second.output().stderr).toContain('Stop the other one');
    first.process.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const third = start(env);
    await third.saw('were shown at the first start');
    third.process.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  it.each([
    ['SIGTERM, to npm alone', 'SIGTERM', (pid: number) => pid],
    ['Ctrl-C, to all in the terminal', 'SIGINT', (pid: number) => -pid],
  ] as const)('ends with %s, and lets go of its folder', async (_, signal, whom) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-npm-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { PATH = '', HOME = folder } = process.env;
    const npm = startNpm({ PATH, HOME, PORT: '0', ROLECALL_DATA: folder });
    const pid = npm.process.pid ?? 0;
    onTestFinished(() => {
      // Nothing is left of the group where all went well.
      if (npm.process.exitCode === null) process.kill(-pid, 'SIGKILL');
    });
    await npm.saw('/v1/me');
    process.kill(whom(pid), signal);
    expect(await npm.ended).toBe(0);
    lockFolder(folder).release();
  });
});
