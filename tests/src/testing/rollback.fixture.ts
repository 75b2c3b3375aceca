import { createAccountPort, createClients } from '@rolecall/aws';
import {
  type AppliedPlan,
  type Plan,
  planRollback,
  readAppliedPlan,
  readManifest,
} from '@rolecall/core';
import { oneFile, type TestAccount } from './account.fixture.ts';

type Applied = AppliedPlan['changes'][number]['operations'][number];

/** Plans the way back from the plan, whenever it is called; the plan as a file holds it. */
export function wayBackOf(opened: TestAccount, plan: Plan, manifest: string) {
  return changedWayBackOf(opened, plan, manifest, (operation) => operation);
}

/** The same of a plan that holds something else than this version would have kept. */
export function changedWayBackOf(
  opened: TestAccount,
  plan: Plan,
  manifest: string,
  change: (operation: Applied) => Applied,
) {
  const read = readAppliedPlan(JSON.parse(JSON.stringify(plan)), 'plan.json');
  const changes = read.changes.map((one) => ({ ...one, operations: one.operations.map(change) }));
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
      applied: { ...read, changes },
      guardrails,
    });
}
