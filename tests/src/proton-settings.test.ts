import { RolecallError } from '@rolecall/core';
import { parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { importFrom } from './testing/importing.fixture.ts';

const trusting = (Service: string) => ({
  trust: { Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }] },
});
const roles = {
  pipelines: trusting('proton.amazonaws.com'),
  builds: trusting('codebuild.amazonaws.com'),
};
const arnOf = (name: string) => `arn:aws:iam::${account}:role/rolecall/platform/${name}`;
const both = { pipelineServiceRole: 'pipelines', pipelineCodebuildRole: '{{arn:role/builds}}' };

function manifest(settings: object, sections: object = { roles }): string {
  const protonSettings = { 'eu-west-1': settings };
  return JSON.stringify({ version: 1, scope: 'platform', account, protonSettings, ...sections });
}

/** Roles and a repository that somebody set before Proton ended. */
const setBefore = parseScenario(
  JSON.stringify({
    roles: { old: { trustService: 'codebuild.amazonaws.com' } },
    protonSettings: {
      'eu-west-1': { pipelineCodebuildRole: 'old', repository: { name: 'acme/pipelines' } },
    },
  }),
  'set before',
);
const old = `arn:aws:iam::${account}:role/old`;

async function refusalOf(planned: Promise<unknown>) {
  const error = await planned.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (!(error instanceof RolecallError)) throw error ?? new Error('was not refused');
  return error.details.diagnostics?.[0];
}

describe('the settings of Proton', () => {
  it('name roles that the same run makes, and then nothing is to do', async () => {
    const opened = openAccount();
    const { changes } = await opened.plan(manifest(both));
    expect(changes.at(-1)).toMatchObject({
      resource: 'proton-settings/eu-west-1',
      kind: 'create',
      dependsOn: expect.arrayContaining(['role/pipelines', 'role/builds']),
      operations: [
        { region: 'eu-west-1', input: { pipelineServiceRoleArn: arnOf('pipelines') } },
        { region: 'eu-west-1', input: { pipelineCodebuildRoleArn: arnOf('builds') } },
      ],
    });
    expect(await opened.apply(manifest(both))).toMatchObject({ report: { complete: true } });
    expect((await opened.plan(manifest(both))).changes).toEqual([]);
  });

  it('are refused without a word that they are meant, with the date', async () => {
    const opened = openAccount();
    expect(await refusalOf(opened.plan(manifest(both), false))).toMatchObject({
      code: 'SERVICE_RETIRED',
      message: expect.stringContaining('2026-10-07'),
      hint: expect.stringContaining('includeRetired'),
    });
    const meant = manifest({ ...both, includeRetired: true });
    expect((await opened.plan(meant, false)).changes).toHaveLength(3);
  });

  it('are replaced and unset by a word of a person; the repository stays', async () => {
    const opened = openAccount({ scenario: setBefore });
    expect(await opened.plan(manifest({}, {}))).toMatchObject({
      changes: [],
      conflicts: [{ resource: 'proton-settings/eu-west-1' }],
    });
    // What replaces nothing needs no word.
    const beside = manifest({ pipelineServiceRole: 'pipelines', pipelineCodebuildRole: old });
    expect((await opened.plan(beside)).conflicts).toEqual([]);
    const unset = manifest({ adopt: true }, {});
    expect(await opened.plan(unset)).toMatchObject({
      changes: [{ kind: 'update', operations: [{ before: old, after: null }] }],
    });
    expect(await opened.apply(unset)).toMatchObject({ report: { complete: true, warnings: [] } });
    expect((await opened.plan(unset)).changes).toEqual([]);
    expect(JSON.stringify(opened.sandbox.state())).toContain('acme/pipelines');
    const sent = opened.sandbox.calls.filter(({ action }) => action.startsWith('proton:Update'));
    expect(sent.map(({ input }) => input)).toEqual([{ pipelineCodebuildRoleArn: '' }]);
  });

  it('cannot name a role that is not there', async () => {
    const opened = openAccount();
    const cases = [
      { pipelineServiceRole: 'nobody' },
      { pipelineServiceRole: '{{arn:role/nobody}}' },
      { pipelineServiceRole: `arn:aws:iam::${account}:role/nobody` },
      { pipelineServiceRole: 'arn:aws:iam::444455556666:role/pipelines' },
    ];
    for (const settings of cases) {
      expect(await refusalOf(opened.plan(manifest(settings)))).toMatchObject({
        code: 'MANIFEST_INVALID',
      });
    }
  });

  it('say plainly that Proton is gone where it does not answer', async () => {
    const opened = openAccount();
    opened.sandbox.faults.deny = ['proton:GetAccountSettings'];
    expect(await refusalOf(opened.plan(manifest(both)))).toMatchObject({
      code: 'SERVICE_RETIRED',
      message: expect.stringContaining('AWS ended AWS Proton on 2026-10-07'),
      position: { line: 1 },
    });
  });

  it('that no run can write fail with the same word', async () => {
    const opened = openAccount();
    opened.sandbox.faults.deny = ['proton:UpdateAccountSettings'];
    const applied = await opened.apply(manifest(both));
    const failed = applied.kind === 'applied' ? applied.report.results : [];
    expect(failed.filter(({ status }) => status === 'failed')).toMatchObject([
      { facet: 'pipelineServiceRole', hint: expect.stringContaining('2026-10-07') },
    ]);
  });

  it('want a region that there is, and that had Proton', async () => {
    const protonSettings = { 'eu-north-1': both };
    const text = JSON.stringify({ version: 1, scope: 'platform', account, protonSettings, roles });
    expect(await refusalOf(openAccount().plan(text))).toMatchObject({ code: 'MANIFEST_INVALID' });
  });

  it('are imported as they are, where that is asked for', async () => {
    const opened = openAccount({ scenario: setBefore });
    const only = ['proton-settings/*'];
    await expect(importFrom(opened, only)).rejects.toMatchObject({ code: 'USAGE' });
    const { text, imported } = await importFrom(opened, only, { includeRetired: true });
    expect(imported).toEqual([{ type: 'proton-settings', name: 'eu-west-1' }]);
    expect(text).toContain('includeRetired: true');
    expect(await opened.plan(text, false)).toMatchObject({ changes: [], conflicts: [] });
  });
});
