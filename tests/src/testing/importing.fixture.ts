import { createAccountPort, createClients } from '@rolecall/aws';
import { type ImportedManifest, importManifest, type Plan } from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';
import { expect } from 'vitest';
import { openAccount, type TestAccount } from './account.fixture.ts';

export function openScenario(scenario: unknown): TestAccount {
  return openAccount({ scenario: parseScenario(JSON.stringify(scenario), 'scenario') });
}

export function importFrom(
  { sandbox, clock }: TestAccount,
  only: readonly string[] = [],
): Promise<ImportedManifest> {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  return importManifest({ port: createAccountPort(clients, clock), scope: 'platform', only });
}

/** Whether all that the plan does is to put our mark on what is there. */
export function expectMereAdoption({ changes, conflicts }: Plan): void {
  expect(conflicts).toEqual([]);
  const rest = changes.filter(
    ({ kind, operations }) =>
      kind !== 'adopt' || operations.some(({ facet }) => facet !== 'ownership'),
  );
  expect(rest).toEqual([]);
}

/** The laws of an import; gives what was imported. */
export async function expectImported(opened: TestAccount): Promise<ImportedManifest> {
  const imported = await importFrom(opened);
  expectMereAdoption(await opened.plan(imported.text));
  const applied = await opened.apply(imported.text);
  if (applied.kind === 'applied') expect(applied.report.complete).toBe(true);
  expect(await opened.plan(imported.text)).toMatchObject({ changes: [], conflicts: [] });
  expect((await importFrom(opened)).text).toBe(imported.text);
  return imported;
}
