import { expect, it } from 'vitest';
import { run } from '../testing/run.fixture.ts';

it('tells the story within 80 columns, and ends well', async () => {
  const { exitCode, stdout, stderr } = await run('demo');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const [, checked = '', planned = '', applied = '', again = '', better = ''] =
    stdout.split(/^\d\. .*$/m);
  expect(checked).toContain('✗ root-mfa-enabled  account');
  expect(planned).toMatch(/Plan: \d+ to create, 1 to update, 0 to replace, 0 to delete/);
  expect(applied).toMatch(/Applied \d+ operations/);
  expect(again).toContain('Nothing to do');
  expect(better).toContain('✓ password-min-length  account');
  expect(better).not.toContain('✗');
});
