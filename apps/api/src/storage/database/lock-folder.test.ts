import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from './lock-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'rolecall-lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('one holder at a time, and another after it let go', () => {
  const folder = join(root, 'made', 'on the way');
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({
      code: 'CONFLICT',
      details: expect.objectContaining({ subject: folder }),
    }),
  );
  lock.release();
  lockFolder(folder).release();
});

test('another process holds it until it is killed', async () => {
  const folder = join(root, 'other');
  const holder = spawn(process.execPath, ['-e', program(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  const exited = once(holder, 'exit');
  holder.kill('SIGKILL');
  await exited;
  lockFolder(folder).release();
});

function program(folder: string): string {
  const module = new URL('./lock-folder.ts', import.meta.url);
  return `import(${JSON.stringify(module)}).then(({ lockFolder }) => {
    globalThis.kept = lockFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);
  })`;
}
