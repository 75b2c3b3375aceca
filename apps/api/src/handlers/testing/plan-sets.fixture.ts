import { z } from 'zod';
import { type Asking, ask, attempt, type ServiceStage } from './service-stage.fixture.ts';

export interface Named {
  readonly [name: string]: string;
}

/** A manifest that makes a user in each account: with the account's name, and a policy of AWS. */
export function manifestOf(
  accounts: Named,
  {
    policy = 'job-function/ViewOnlyAccess',
    more = '',
    scope = 'platform',
  }: { readonly policy?: string; readonly more?: string; readonly scope?: string } = {},
): string {
  return [
    ...['version: 1', `scope: ${scope}`, 'accounts:'],
    ...Object.entries(accounts).map(([name, id]) => `  ${name}: { id: "${id}", tags: [all] }`),
    ...['users:', "  'robot-{{account.name}}':", `    managedPolicies: [${policy}]`, more, ''],
  ].join('\n');
}

const shown = z.looseObject({
  id: z.string(),
  state: z.string(),
  failure: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
  accounts: z.array(
    z.looseObject({
      name: z.string(),
      state: z.string(),
      failure: z.looseObject({ code: z.string() }).nullable(),
      plan: z
        .looseObject({ id: z.string(), operations: z.number(), needsApproval: z.boolean() })
        .nullable(),
      application: z.looseObject({ id: z.string(), state: z.string() }).nullable(),
    }),
  ),
  newlyGranted: z.array(z.object({ text: z.string(), accounts: z.array(z.string()) })),
});

export type ShownPlanSet = z.output<typeof shown>;

export async function readSet(stage: ServiceStage, id: string): Promise<ShownPlanSet> {
  return shown.parse((await ask(stage, `GET /v1/plan-sets/${id}`)).body);
}

/** Posts a manifest and has it planned; the set as it is then. */
export async function plannedSet(
  stage: ServiceStage,
  manifest: string,
  { body = {}, as = 'administrator' }: { readonly body?: object; readonly as?: Asking['as'] } = {},
): Promise<ShownPlanSet> {
  const posted = { manifest, ...body };
  const asked = await ask(stage, 'POST /v1/plan-sets', { as, body: posted });
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  const { id } = shown.parse(asked.body);
  await stage.jobs['plan-set']({ planSetId: id }, attempt(stage));
  return readSet(stage, id);
}
