import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  type ServiceLastAccessed,
} from '@aws-sdk/client-iam';
import { type Part, type PartValue, RolecallError } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';
import { settleRegion } from './settle-part.ts';
import { wait } from './wait.ts';

const generate = 'iam:GenerateServiceLastAccessedDetails';
const get = 'iam:GetServiceLastAccessedDetails';

/** Seconds between looks; together about a minute. */
const pauses = [1, 1, 2, 4, 8, 15, 30];

/** Nobody in the account can edit the roles of AWS, so what these use is none of ours. */
const ownedByAws = /^\/aws-(?:service-role|reserved)\//;

type Services = PartValue<'serviceLastAccessed'>[string];

/** At least two calls per user and role. All jobs are started before the first is fetched. */
export async function readServiceLastAccessed(
  reader: Reader,
): Promise<PartValue<'serviceLastAccessed'>> {
  const details = await reader.authorizationDetails();
  const arns = [...details.list('UserDetailList'), ...details.list('RoleDetailList')]
    .filter(({ Path = '/' }) => !ownedByAws.test(Path))
    .map(({ Arn }) => required(Arn, 'iam:GetAccountAuthorizationDetails', 'Arn'));
  const jobs = await mapLimit(
    arns,
    async (arn) => [arn, await settleRegion(startJob(arn, reader))] as const,
  );
  const results = await mapLimit(jobs, ([arn, job]) => finish(arn, job, reader));
  return Object.fromEntries(results.flat());
}

/** Nothing where the entity was deleted since it was listed. */
async function finish(
  arn: string,
  job: Part<string | undefined>,
  reader: Reader,
): Promise<readonly (readonly [string, Services])[]> {
  if (job.status === 'unknown') return [[arn, job]];
  const id = job.value;
  return id === undefined ? [] : [[arn, await settleRegion(fetchJob(id, reader))]];
}

async function startJob(Arn: string, { clients, signal }: Reader): Promise<string | undefined> {
  const command = new GenerateServiceLastAccessedDetailsCommand({ Arn });
  const answer = await ask(generate, () =>
    clients.iam.send(command, { abortSignal: signal }),
  ).catch(nothingOn('NoSuchEntity'));
  return answer && required(answer.JobId, generate, 'JobId');
}

async function fetchJob(jobId: string, reader: Reader) {
  for (const pause of [...pauses, undefined]) {
    const services = await lookAt(jobId, reader);
    if (services) return services.map(readService);
    if (pause !== undefined) await wait(reader, { seconds: pause, action: get });
  }
  throw new RolecallError('AWS_ERROR', 'IAM did not say in a minute what was last accessed.', {
    action: get,
    hint: 'Run again later.',
  });
}

/** `undefined` while IAM is at it. */
async function lookAt(
  JobId: string,
  { clients, signal }: Reader,
): Promise<readonly ServiceLastAccessed[] | undefined> {
  const pages = await readPages({
    action: get,
    fetch: (marker) => {
      const command = new GetServiceLastAccessedDetailsCommand({ JobId, ...marker });
      return ask(get, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  const states = pages.map((page) => required(page.JobStatus, get, 'JobStatus'));
  if (states.includes('FAILED')) {
    const reason = pages.find(({ Error: error }) => error)?.Error?.Message ?? 'no reason given';
    throw new RolecallError('AWS_ERROR', `${get} failed: ${reason}`, { action: get });
  }
  if (states.includes('IN_PROGRESS')) return undefined;
  return pages.flatMap((page) => required(page.ServicesLastAccessed, get, 'ServicesLastAccessed'));
}

function readService(service: ServiceLastAccessed) {
  return {
    service: required(service.ServiceNamespace, get, 'ServiceNamespace'),
    name: required(service.ServiceName, get, 'ServiceName'),
    lastUsedAt: service.LastAuthenticated?.toISOString(),
  };
}
