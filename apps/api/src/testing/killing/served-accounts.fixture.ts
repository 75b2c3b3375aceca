import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  builtinScenarios,
  createSandbox,
  type HttpRequest,
  parseScenario,
  type Sandbox,
  serveSandbox,
} from '@rolecall/sandbox';
import { z } from 'zod';
import type { SeededRandom } from './seeded-random.fixture.ts';

/** A role that a service made or tried to make. */
export interface CreatedRole {
  readonly accountId: string;
  readonly name: string;
  /** The scope of the request that it belongs to; empty where it has none. */
  readonly owner: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
}

export interface LivingRole extends Omit<CreatedRole, 'outcome'> {
  readonly arn: string;
}

/** Accounts of AWS that live in this process, and so longer than a service that is killed. */
export interface ServedAccounts {
  /** For `AWS_ENDPOINT_URL`. */
  readonly url: string;
  readonly ids: readonly string[];
  readonly roleArnOf: (id: string) => string;
  /** Lets the service into an account, from an empty log on. */
  letIn(id: string, externalId: string): void;
  /** All calls of CreateRole. */
  created(): readonly CreatedRole[];
  /** The roles that requests own. */
  living(): readonly LivingRole[];
  countCalls(): number;
  close(): Promise<void>;
}

/** Who the service is to AWS. */
export const serviceRoleArn = 'arn:aws:iam::999988887777:role/rolecall-service';
const serviceSession = 'arn:aws:sts::999988887777:assumed-role/rolecall-service/worker';
const roleName = 'rolecall';
const ownerTag = 'rolecall:owner';
/** Longest pause before and after each effect, so that a kill meets the one without the other. */
const slowestMs = 8;

export async function serveAccounts(count: number, random: SeededRandom): Promise<ServedAccounts> {
  const now = () => new Date();
  const ids = Array.from({ length: count }, (_, index) => `${200_000_000_001 + index}`);
  const sandboxes = new Map(
    ids.map((id) => [id, createSandbox({ accountId: id, now, caller: serviceSession })]),
  );
  const [first] = sandboxes.values();
  if (first === undefined) throw new Error('there are no accounts');
  const sandboxOf = routing(sandboxes);
  const pause = () => delay(random.between(0, slowestMs));
  const handleHttp: Sandbox['handleHttp'] = async (request) => {
    const { sandbox, note } = sandboxOf(request);
    await pause();
    const answer = await sandbox.handleHttp(request);
    note(answer.body);
    await pause();
    return answer;
  };
  const served = await serveSandbox({ ...first, handleHttp }, { port: 0 });
  const all = () => [...sandboxes.values()];
  return {
    ids,
    url: served.url,
    roleArnOf: (id) => `arn:aws:iam::${id}:role/${roleName}`,
    letIn: (id, externalId) => sandboxes.get(id)?.reset(scenarioTrusting(externalId)),
    created: () => all().flatMap(createdIn),
    living: () => all().flatMap(livingIn),
    countCalls: () => all().reduce((sum, { calls }) => sum + calls.length, 0),
    close: served.close,
  };
}

/** One address for all accounts, as AWS has: a call goes where its credentials come from. */
function routing(sandboxes: ReadonlyMap<string, Sandbox>) {
  const issued = new Map<string, Sandbox>();
  return (request: HttpRequest) => {
    const key = /Credential=([^/\s]+)/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
    const named = /RoleArn=arn%3Aaws%3Aiam%3A%3A(\d{12})/.exec(request.body)?.[1] ?? '';
    const sandbox = issued.get(key) ?? sandboxes.get(named);
    if (sandbox === undefined) throw new Error(`a call for no account: ${request.body}`);
    return {
      sandbox,
      note: (body: string) => {
        const made = /<AccessKeyId>([^<]+)</.exec(body)?.[1];
        if (made !== undefined) issued.set(made, sandbox);
      },
    };
  };
}

/** The well-kept account, with a role for the service. */
function scenarioTrusting(externalId: string) {
  const role = {
    attach: ['aws:AdministratorAccess'],
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: serviceSession },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    },
  };
  const text = readFileSync(builtinScenarios.good, 'utf8');
  const withRole = text.replace(/^roles:\n/m, `roles:\n  ${roleName}: ${JSON.stringify(role)}\n`);
  return parseScenario(withRole, 'good');
}

const tags = z.array(z.object({ Key: z.string(), Value: z.string() }));
const createRole = z.object({ RoleName: z.string(), Tags: tags.optional() });
const accountRoles = z.object({
  roles: z.record(z.string(), z.object({ name: z.string(), path: z.string(), tags })),
});

function createdIn({ accountId, calls }: Sandbox): readonly CreatedRole[] {
  return calls.flatMap(({ action, input, outcome }) => {
    if (action !== 'iam:CreateRole') return [];
    const { RoleName: name, Tags } = createRole.parse(input);
    return [{ accountId, name, owner: ownerOf(Tags ?? []), outcome }];
  });
}

function livingIn(sandbox: Sandbox): readonly LivingRole[] {
  const { accountId } = sandbox;
  const { roles } = accountRoles.parse(sandbox.state());
  return Object.values(roles).flatMap(({ name, path, tags: marks }) => {
    const owner = ownerOf(marks);
    if (!owner.startsWith('rq-')) return [];
    return [{ accountId, name, owner, arn: `arn:aws:iam::${accountId}:role${path}${name}` }];
  });
}

function ownerOf(marks: z.infer<typeof tags>): string {
  return marks.find(({ Key }) => Key === ownerTag)?.Value ?? '';
}
