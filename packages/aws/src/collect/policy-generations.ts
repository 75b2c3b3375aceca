import { ListPolicyGenerationsCommand } from '@aws-sdk/client-accessanalyzer';
import type { PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import { readByRegion, searchRegions } from './by-region.ts';
import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';
import { analyzerClient } from './service-clients.ts';

const action = 'access-analyzer:ListPolicyGenerations';

/** A job is known in the region that started it only, so every one is asked. */
export async function readPolicyGenerations(
  reader: Reader,
): Promise<PartValue<'policyGenerations'>> {
  const jobs = await readByRegion(await reader.regions(), (region) => readJobs(region, reader));
  const newest = searchRegions(jobs)
    .map(({ value }) => value)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return newest[0] ?? null;
}

async function readJobs(region: string, { clients, signal }: Reader) {
  const jobs = await readList({
    action,
    send: (nextToken) =>
      analyzerClient(clients, region).send(new ListPolicyGenerationsCommand({ nextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.policyGenerations,
  });
  return jobs.map((job) => ({
    status: required(job.status, action, 'status'),
    startedAt: required(job.startedOn, action, 'startedOn').toISOString(),
  }));
}
