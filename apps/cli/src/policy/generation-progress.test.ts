import type { GenerationProgress } from '@rolecall/core';
import { expect, it } from 'vitest';
import { withGenerationProgress } from './generation-progress.ts';

const jobId = 'job-1';

async function notesOf(progress: readonly GenerationProgress[], picked?: string) {
  const notes: string[] = [];
  const written: string[] = [];
  const environment = {
    stderr: { isTTY: false, columns: 80, write: (text: string) => void written.push(text) },
  };
  const presenter = { note: (text: string) => void notes.push(text) };
  await withGenerationProgress({ environment, presenter, jobId: picked }, async (tell) => {
    for (const one of progress) tell(one);
  });
  return { notes, written };
}

it('tells once a minute where there is no terminal', async () => {
  const progress = [0, 5_000, 59_999, 61_000, 80_000, 119_000, 121_000].map((elapsedMs) => ({
    kind: 'waiting' as const,
    jobId,
    elapsedMs,
  }));
  const { notes, written } = await notesOf(progress);
  expect(notes).toEqual([
    expect.stringContaining('1 min 1 s'),
    expect.stringContaining('2 min 1 s'),
  ]);
  expect(written).toEqual([]);
});

it.each<[GenerationProgress, string]>([
  [{ kind: 'started', jobId }, 'free'],
  [{ kind: 'retry', jobId, message: 'Too fast.' }, 'Too fast.'],
  [{ kind: 'cancelling', jobId }, jobId],
])('says %j', async (progress, text) => {
  expect((await notesOf([progress])).notes).toEqual([expect.stringContaining(text)]);
});

it('says which job is picked up', async () => {
  expect((await notesOf([], jobId)).notes).toEqual([expect.stringContaining(jobId)]);
});
