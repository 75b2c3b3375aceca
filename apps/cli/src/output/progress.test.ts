import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProgress } from './progress.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function watch(isTTY: boolean, ms: number): Promise<string> {
  let written = '';
  const write = (text: string) => {
    written += text;
  };
  const stderr = { isTTY, columns: 20, write };
  const working = withProgress({ stderr }, 'Reading', async (update) => {
    update('Reading users, groups, roles, policies');
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
  await vi.advanceTimersByTimeAsync(ms);
  await working;
  return written;
}

it.each([
  [true, 900, ''],
  [false, 5_000, ''],
])('says nothing (terminal %s, %i ms)', async (isTTY, ms, written) => {
  expect(await watch(isTTY, ms)).toBe(written);
});

it('shows one line that fits, and takes it away', async () => {
  const written = await watch(true, 1_050);
  expect(written).toBe('\r\u001b[2K⠋ Reading users, gr\r\u001b[2K');
});
