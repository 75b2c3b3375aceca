import { createAccountPort, createClients } from '@rolecall/aws';
import {
  type AccountPort,
  type ImportedManifest,
  type ImportManifestInput,
  importManifest,
  type Plan,
} from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';
import { expect } from 'vitest';
import { openAccount, type TestAccount } from './account.fixture.ts';

export function openScenario(scenario: unknown): TestAccount {
  return openAccount({ scenario: parseScenario(JSON.stringify(scenario), 'scenario') });
}

/** The account as the verbs see it. */
export function portOf({ sandbox, clock }: TestAccount): AccountPort {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
    maxAttempts: 1,
  });
  return createAccountPort(clients, clock);
}

export function importFrom(
  opened: TestAccount,
  only: readonly string[] = [],
  given: Pick<ImportManifestInput, 'recipients' | 'includeRetired'> = {},
): Promise<ImportedManifest> {
  return importManifest({ port: portOf(opened), scope: 'platform', only, ...given });
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
export async function expectImported(
  opened: TestAccount,
  given: Pick<ImportManifestInput, 'recipients'> = {},
): Promise<ImportedManifest> {
  const imported = await importFrom(opened, [], given);
  expectMereAdoption(await opened.plan(imported.text));
  const applied = await opened.apply(imported.text);
  if (applied.kind === 'applied') expect(applied.report.complete).toBe(true);
  expect(await opened.plan(imported.text)).toMatchObject({ changes: [], conflicts: [] });
  expect((await importFrom(opened, [], given)).text).toBe(imported.text);
  return imported;
}
