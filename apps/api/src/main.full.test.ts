import { afterEach, describe, expect, it } from 'vitest';
import { type ServiceProcess, startProcess } from './work/testing/service-process.fixture.ts';

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
      expect(stderr).toContain(`${name}: `);
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
});
