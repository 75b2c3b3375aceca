import { createAccountPort, createClients } from '@rolecall/aws';
import { type Plan, planRollback, readAppliedPlan, readManifest } from '@rolecall/core';
import { oneFile, type TestAccount } from './account.fixture.ts';

/** Plans the way back from the plan, whenever it is called; the plan as a file holds it. */
export function wayBackOf(opened: TestAccount, plan: Plan, manifest: string) {
  const applied = readAppliedPlan(JSON.parse(JSON.stringify(plan)), 'plan.json');
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
