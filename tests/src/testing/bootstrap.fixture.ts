import { IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { createAccountPort, createClients } from '@rolecall/aws';
import {
  type Applied,
  applyManifest,
  type Bootstrap,
  type BootstrapInput,
  coreManifest,
  optIns,
  planManifest,
  readManifest,
  renderBootstrap,
  sketchManifest,
} from '@rolecall/core';
import { account, leaseOf, oneFile, openAccount, type TestAccount } from './account.fixture.ts';
import { blueprintScenario } from './blueprint-manifest.fixture.ts';

const admin = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };

export const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A bootstrap for a manifest, with every opt-in unless told otherwise. */
export async function bootstrapFor(
  text: string | undefined,
  options: Partial<BootstrapInput> = {},
): Promise<Bootstrap> {
  const manifest =
    text === undefined ? undefined : await readManifest(oneFile(text), 'rolecall.yaml');
  return renderBootstrap({
    account,
    partition: 'aws',
    scope: 'platform',
    desired: manifest && sketchManifest(manifest),
    kinds: [],
    allowed: optIns,
    attach: [],
    boundaries: [],
    repositories: [{ owner: 'octo-org', name: 'octo-repo', ids: { owner: '65', name: '74' } }],
    defaultBranch: 'main',
    environment: 'production',
    workflow: undefined,
    workload: { allow: [], assume: [] },
    ...options,
  });
}

/** Lets an administrator carry the bootstrap out, as its manifest says. */
export async function carryOutBootstrap(
  opened: TestAccount,
  bootstrap: Bootstrap,
): Promise<Applied> {
  return opened.apply(coreManifest(bootstrap), { skipPreflight: false });
}

export interface Acting {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  /** Names of operations that did not come to pass. */
  apply(text: string): Promise<readonly string[]>;
  plan(text: string): Promise<{ readonly changes: number; readonly conflicts: readonly string[] }>;
}

/**
 * The role of the bootstrap, as a caller. The sandbox knows no web identities, so that an
 * administrator lets himself in.
 */
export async function actAs(
  { sandbox, clock }: TestAccount,
  role: 'rolecall-apply' | 'rolecall-plan',
): Promise<Acting> {
  const { requestHandler } = sandbox;
  const config = { region: 'us-east-1', requestHandler, maxAttempts: 1 };
  const trust = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:role/Administrator` },
      Action: 'sts:AssumeRole',
    },
  };
  await new IAMClient({ ...config, credentials: admin }).send(
    new UpdateAssumeRolePolicyCommand({ RoleName: role, PolicyDocument: JSON.stringify(trust) }),
  );
  const { Credentials } = await new STSClient({ ...config, credentials: admin }).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/rolecall-core/${role}`,
      RoleSessionName: 'run',
    }),
  );
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  const port = createAccountPort(createClients({ ...config, credentials }), clock);
  const read = (text: string) => readManifest(oneFile(text), 'rolecall.yaml');
  return {
    iam: new IAMClient({ ...config, credentials }),
    sts: new STSClient({ ...config, credentials }),
    plan: async (text) => {
      const { plan } = await planManifest({
        port,
        manifest: await read(text),
        includeRetired: true,
      });
      return {
        changes: plan.changes.length,
        conflicts: plan.conflicts.map(({ message }) => message),
      };
    },
    apply: async (text) => {
      const applied = await applyManifest({
        port,
        manifest: await read(text),
        includeRetired: true,
        reviewed: undefined,
        allowReplace: true,
        skipPreflight: false,
        confirm: async () => true,
        sleep: clock.sleep,
        signal: new AbortController().signal,
        onEvent: () => {},
        lease: leaseOf(clock),
      });
      if (applied.kind !== 'applied') return [applied.kind];
      return applied.report.results
        .filter(({ status }) => status !== 'done' && status !== 'already')
        .map(({ action, resource, message }) => `${action} ${resource} ${message}`);
    },
  };
}

/** An account in which the bootstrap for the manifest has been carried out. */
export async function bootstrapped(
  text: string | undefined,
  options: Partial<BootstrapInput> = {},
): Promise<{ readonly opened: TestAccount; readonly bootstrap: Bootstrap }> {
  const opened = openAccount({ scenario: blueprintScenario });
  const bootstrap = await bootstrapFor(text, options);
  const applied = await carryOutBootstrap(opened, bootstrap);
  if (applied.kind !== 'applied' || !applied.report.complete) {
    throw new Error(`The bootstrap was not carried out: ${JSON.stringify(applied)}`);
  }
  return { opened, bootstrap };
}
