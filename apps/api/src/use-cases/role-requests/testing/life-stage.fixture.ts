import type { Caller } from '../../../identity/caller.ts';
import { callerWith } from '../../../identity/testing/caller.fixture.ts';
import type { AccountRecord, PrincipalMapping, RoleRequestRecord } from '../../../model/records.ts';
import {
  alice,
  aliceMapping,
  approvalRule,
  bob,
  carol,
} from '../../../role-requests/testing/records.fixture.ts';
import { openStage, type Stage } from '../../../role-requests/testing/stage.fixture.ts';
import { createStore } from '../../../storage/store.ts';
import { closeStage, openMemoryStage } from '../../../storage/testing/stage.fixture.ts';
import { uuidV7 } from '../../../storage/uuid-v7.ts';
import { holdingAccounts } from '../../../work/hold-account.ts';
import { createRequest } from '../create-request.ts';
import { type Decided, decideRequest } from '../decide-request.ts';
import { asItIs } from '../deps.ts';
import type { JobDeps } from '../jobs/job.ts';
import { provisionRequest } from '../jobs/provision-request.ts';
import { removeEndedGrant } from '../jobs/remove-ended-grant.ts';
import { defaultTerms } from '../terms.ts';

export const account: AccountRecord = {
  id: '111122223333',
  name: 'Trial',
  partition: 'aws',
  access: { kind: 'sandbox', scenario: 'empty' },
  environment: 'development',
  owner: 'Platform',
  state: 'verified',
  failure: null,
  scope: 'rolecall',
  revision: 1,
  createdAt: '2026-11-21T09:00:00.000Z',
};

export const people = {
  alice: callerWith(['requester'], { actor: alice }),
  bob: callerWith(['requester', 'approver'], { actor: bob, groups: ['leads'], approves: [{}] }),
  carol: callerWith(['approver'], { actor: carol, groups: ['leads'], approves: [{}] }),
  erin: callerWith(['requester'], { actor: personOf('erin') }),
  auditor: callerWith(['auditor'], { actor: personOf('olga') }),
  security: callerWith(['security'], { actor: personOf('sam') }),
} as const;

export function personOf(name: string) {
  return { kind: 'person', id: `https://id.example.com|${name}`, name } as const;
}

interface QueuedJob {
  readonly name: string;
  readonly data: { readonly [key: string]: unknown };
  readonly startAfter: string | undefined;
}

export interface LifeStage {
  readonly deps: JobDeps;
  readonly aws: Stage;
  /** Jobs that wait, notices too. */
  readonly jobs: QueuedJob[];
  readonly faults: unknown[];
  /** Lets time pass. */
  wait(seconds: number): void;
  /** Works off provision and remove until none is left that is due; a job that throws stays out. */
  work(attempt?: number): Promise<readonly string[]>;
  /** What happens while a job sleeps. */
  onSleep(happening: () => Promise<void>): void;
  /** Replaces how an account is opened; without an argument as it was. */
  openWith(open?: JobDeps['accounts']['open']): void;
  ask(caller?: Caller, fields?: Partial<RoleRequestRecord>): Promise<RoleRequestRecord>;
  approve(caller: Caller, request: RoleRequestRecord): Promise<Decided>;
  types(subject: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The whole of it in memory: an account, rules, and a clock that stands until it is moved. */
export async function openLifeStage(): Promise<LifeStage> {
  const base = await openMemoryStage();
  const aws = openStage();
  const jobs: QueuedJob[] = [];
  const faults: unknown[] = [];
  let now = new Date('2026-11-21T10:00:00.000Z');
  let count = 0;
  const store = createStore(base.database, {
    send: async (_trx, name, { data, startAfter }) => {
      jobs.push({ name, data: { ...data }, startAfter });
      return 'queued';
    },
  });
  const open: JobDeps['accounts']['open'] = async () => aws.port;
  let opening = open;
  let whileAsleep = async () => {};
  const newId = () => {
    count += 1;
    const random = Buffer.alloc(10);
    random.writeUInt32BE(count, 6);
    return uuidV7(now.toISOString(), random);
  };
  const deps: JobDeps = {
    store,
    accounts: { open: (...args) => opening(...args) },
    now: () => now,
    newId,
    sleep: async () => whileAsleep(),
    onFault: (error) => void faults.push(error),
    terms: { ...defaultTerms, attempts: 2 },
  };
  await seed(deps);
  const work: LifeStage['work'] = async (attempt = 0) => {
    const failures: string[] = [];
    for (;;) {
      const index = jobs.findIndex(
        ({ name, startAfter }) =>
          (name === 'provision' || name === 'remove') &&
          (startAfter === undefined || Date.parse(startAfter) <= now.getTime()),
      );
      const [job] = index < 0 ? [] : jobs.splice(index, 1);
      if (job === undefined) return failures;
      const { signal } = new AbortController();
      const { now: clock, sleep } = deps;
      const holding = { leases: store.leases, holder: newId(), signal, now: clock, sleep };
      const about = { attempt, isLastAttempt: false, holdAccount: holdingAccounts(holding) };
      const requestId = String(job.data['requestId']);
      const grantId = String(job.data['grantId']);
      try {
        if (job.name === 'provision') await provisionRequest(deps, { ...about, requestId });
        else await removeEndedGrant(deps, { ...about, grantId });
      } catch (error) {
        failures.push(error instanceof Error ? error.name : String(error));
      }
    }
  };
  return {
    deps,
    aws,
    jobs,
    faults,
    wait: (seconds) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    work,
    onSleep: (replacement) => {
      whileAsleep = replacement;
    },
    openWith: (replacement = open) => {
      opening = replacement;
    },
    ask: (caller = people.alice, fields = {}) =>
      createRequest(deps, caller, { ...wanted, ...fieldsOf(fields) }, asItIs),
    approve: (caller, request) =>
      decideRequest(deps, caller, { ...answerTo(request), decision: 'approve' }, asItIs),
    types: async (subject) => {
      const events = await store.auditEvents.list({ after: 0, limit: 200, filter: { subject } });
      return events.map(({ type }) => type);
    },
    close: () => closeStage(base),
  };
}

export function answerTo({ id, revision, preview }: RoleRequestRecord) {
  const planId = preview?.planId ?? '';
  return { id, ifMatch: `"${revision}"`, planId, comment: 'Seen', decision: 'approve' as const };
}

const wanted = {
  accountId: account.id,
  blueprint: 'person-role',
  parameters: { managedPolicies: ['AmazonS3ReadOnlyAccess'] },
  reason: 'Looking into ticket 7',
  durationSeconds: 7200,
  submit: true,
  emergency: false,
};

function fieldsOf({ durationSeconds, emergency, parameters }: Partial<RoleRequestRecord>) {
  return {
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(emergency === undefined ? {} : { emergency }),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

/** Two with one session of a role would be one person. */
export function mappingOf(subject: string, sessionName: string): PrincipalMapping {
  const roleArn = `arn:aws:iam::${account.id}:role/people/Staff`;
  const principal = { kind: 'role-session', roleArn, sessionName } as const;
  return { subject, accountId: account.id, principal };
}

async function seed({ store }: JobDeps): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.accounts.insert(account);
    await tx.principalMappings.put(aliceMapping);
    await tx.principalMappings.put(mappingOf(bob.id, 'bob'));
    await tx.principalMappings.put(mappingOf(personOf('erin').id, 'erin'));
    await tx.eligibilityRules.replaceIf(0, [
      {
        id: 'everybody',
        who: ['*'],
        blueprints: ['*'],
        accounts: ['*'],
        maxDurationSeconds: 36_000,
        emergency: true,
      },
    ]);
    const byLeads = (needed: number) =>
      ({ kind: 'people', approvers: ['group:leads'], needed }) as const;
    await tx.approvalRules.replaceIf(0, [
      approvalRule('short', { kind: 'automatic' }, { maxDurationSeconds: 3600 }),
      approvalRule('half-a-day', byLeads(1), { maxDurationSeconds: 20_000 }),
      approvalRule('long', byLeads(2)),
    ]);
  });
}
