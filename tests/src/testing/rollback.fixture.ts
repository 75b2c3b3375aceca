import { createAccountPort, createClients } from '@rolecall/aws';
import {
  type AppliedPlan,
  type Plan,
  planRollback,
  readAppliedPlan,
  readManifest,
} from '@rolecall/core';
import { oneFile, type TestAccount } from './account.fixture.ts';

/** Plans the way back from the plan, whenever it is called; the plan as a file holds it. */
export function wayBackOf(opened: TestAccount, plan: Plan, manifest: string) {
  return wayBackOfApplied(opened, readAppliedPlan(asFile(plan), 'plan.json'), manifest);
}

/** The same of what a file held, of whatever version. */
export function wayBackOfApplied(opened: TestAccount, applied: AppliedPlan, manifest: string) {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: opened.sandbox.requestHandler,
  });
  const port = createAccountPort(clients, opened.clock);
  return async (guardrails?: string) =>
    planRollback({
      port,
      manifest: await readManifest(oneFile(manifest), 'rolecall.yaml'),
      applied,
      guardrails,
    });
}

function asFile(plan: Plan): unknown {
  return JSON.parse(JSON.stringify(plan));
}
