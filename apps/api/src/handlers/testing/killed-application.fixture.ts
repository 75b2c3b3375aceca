import { z } from 'zod';
import type { SecretsStage } from './secrets-stage.fixture.ts';
import { addSandbox, ask, attempt } from './service-stage.fixture.ts';

const trust = {
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
};
const reading = (action: string) => ({
  document: { Statement: { Effect: 'Allow', Action: action, Resource: '*' } },
});

/** What is there before, and what is to become of it: changed, replaced, deleted and made. */
const before = {
  roles: { reader: { trust, managedPolicies: ['reading'] } },
  policies: { reading: reading('s3:GetObject') },
  instanceProfiles: { machine: { role: 'reader' } },
  groups: { old: {}, kept: {} },
};
const after = {
  roles: {
    reader: { trust, description: 'Reads.', managedPolicies: ['reading'] },
    writer: { trust, inlinePolicies: { write: reading('s3:PutObject').document } },
  },
  policies: { reading: { ...reading('s3:GetObjectVersion'), description: 'Made anew.' } },
  instanceProfiles: { machine: { role: 'reader' } },
  groups: { kept: { managedPolicies: ['ReadOnlyAccess'] }, made: {} },
};

const withId = z.looseObject({ id: z.string() });
const report = z.looseObject({
  complete: z.boolean(),
  results: z.array(z.looseObject({ id: z.string(), status: z.string() })),
});
const application = z.looseObject({
  state: z.string(),
  failure: z.string().nullable(),
  report: report.nullable(),
});
const madePlan = z.looseObject({
  id: z.string(),
  plan: z.looseObject({
    changes: z.array(
      z.looseObject({ kind: z.string(), operations: z.array(z.looseObject({ id: z.string() })) }),
    ),
  }),
});

async function plan(stage: SecretsStage, accountId: string, content: object) {
  const prune = { enabled: true, maxDeletes: 50, maxDeletePercent: 100 };
  const all = { version: 1, scope: 'platform', account: accountId, prune, ...content };
  const body = { accountId, manifest: JSON.stringify(all) };
  const made = await ask(stage, 'POST /v1/plans', { body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return madePlan.parse(made.body);
}

async function queue(stage: SecretsStage, planId: string): Promise<string> {
  const body = { planId, allowReplace: true };
  return withId.parse((await ask(stage, 'POST /v1/applications', { body })).body).id;
}

export interface Killed {
  /** The last step before it; undefined where it came to its end before. */
  readonly last: string | undefined;
  readonly broken: readonly string[];
  /** What the plan did. */
  readonly kinds: ReadonlySet<string>;
}

/** Kills an application after a step, lets another job find it, and looks what is not as it should be. */
export async function killApplication(stage: SecretsStage, at: number): Promise<Killed> {
  const accountId = await addSandbox(stage);
  const first = await queue(stage, (await plan(stage, accountId, before)).id);
  await stage.jobs.apply({ applicationId: first }, attempt(stage));
  const planned = await plan(stage, accountId, after);
  const applicationId = await queue(stage, planned.id);
  const calls = stage.sandboxOf(accountId).calls.length;
  stage.arm(at);
  await stage.mortalJobs.apply({ applicationId }, attempt(stage)).catch(() => undefined);
  const last = stage.steps[at - 1];
  stage.revive();
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const shown = application.parse((await ask(stage, `GET /v1/applications/${applicationId}`)).body);
  const again = await plan(stage, accountId, after);
  const made = stage
    .sandboxOf(accountId)
    .calls.slice(calls)
    .filter(({ action, outcome }) => /:Create(Role|Group|Policy)$/.test(action) && outcome === 'ok')
    .map(({ action, input }) => `${action} ${JSON.stringify(input).slice(0, 60)}`)
    .filter((call) => !call.includes('rolecall-lease'));
  const expected = planned.plan.changes.flatMap(({ operations }) => operations.map(({ id }) => id));
  const told = new Map(shown.report?.results.map(({ id, status }) => [id, status]));
  return {
    last,
    kinds: new Set(planned.plan.changes.map(({ kind }) => kind)),
    broken: [
      ...(shown.state === 'succeeded' ? [] : [`${shown.state}: ${shown.failure}`]),
      ...(again.plan.changes.length === 0 ? [] : ['something is left to do']),
      ...made.filter((call, index) => made.indexOf(call) !== index),
      ...expected
        .filter((id) => !['done', 'already'].includes(told.get(id) ?? 'untold'))
        .map((id) => `${id}: ${told.get(id) ?? 'untold'}`),
    ],
  };
}
