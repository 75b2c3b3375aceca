import { setTimeout as delay } from 'node:timers/promises';
import { assumeRole, createAccountPort, createClients } from '@rolecall/aws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trialPeople } from './config/trial.ts';
import { type ExternalIdDoor, openExternalIdDoor } from './testing/external-id-door.fixture.ts';
import { startMotoServer } from './testing/moto-server.fixture.ts';
import type { PortalDoor } from './testing/portal-door.fixture.ts';
import {
  approve,
  ask,
  askForMore,
  dataOf,
  etagOf,
  giveBack,
  grantOf,
  newKey,
  readGrant,
} from './testing/portal-steps.fixture.ts';
import { startTrialService, type TrialService } from './testing/trial-service.fixture.ts';

const moto = await startMotoServer();
afterAll(() => moto?.stop());

const accountId = '210987654321';
const roleArn = `arn:aws:iam::${accountId}:role/rolecall`;
const credentials = { accessKeyId: 'AKIABASE', secretAccessKey: 'base' };

describe.skipIf(moto === undefined)('a portal, of a service whose account is in moto', () => {
  let stage: { readonly trial: TrialService; readonly aws: ExternalIdDoor } | undefined;
  const staged = () => {
    if (stage === undefined) throw new Error('the service did not start');
    return stage;
  };
  const clientOptions = () => ({
    ...{ endpoint: staged().aws.url, region: 'us-east-1', credentials },
  });
  beforeAll(async () => {
    const aws = await openExternalIdDoor(moto?.url ?? '');
    const options = { endpoint: aws.url, region: 'us-east-1', credentials };
    const env = { ROLECALL_SERVICE_ROLE_ARN: 'arn:aws:iam::999988887777:role/rolecall-service' };
    stage = { aws, trial: await startTrialService(env, options) };
  });
  afterAll(async () => {
    await stage?.trial.service.close();
    await stage?.aws.close();
  });

  it('registers it, and has a role made there, lengthened and taken away', async () => {
    const { door } = staged().trial;
    const externalId = await register(door);
    // moto lets in who has no external id, and the service does not let that pass.
    const open = await untilVerified(door);
    expect(open).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('external id'),
    });
    staged().aws.require(externalId);
    await verifyAgain(door);
    expect(await untilVerified(door)).toMatchObject({ state: 'verified' });
    await addPeople(externalId);
    await allow(door);
    const before = await rolesOf(externalId);

    const { asked } = await ask(door, newKey(), accountId);
    expect(asked).toMatchObject({ state: 'pending-approval', accountId });
    await approve(door, asked.id);
    const grantId = await grantOf(door, asked.id);
    const { grant } = await readGrant(door, grantId);
    expect(grant).toMatchObject({ state: 'active', accountId });
    const during = await rolesOf(externalId);
    expect(during.filter(({ arn }) => grant.roleArns.includes(arn))).toHaveLength(1);
    expect(during).toHaveLength(before.length + 1);

    const extension = await askForMore(door, grantId);
    await approve(door, extension.more.id);
    await grantOf(door, extension.more.id);
    expect((await readGrant(door, grantId)).grant.expiresAt).toBe(extension.expiresAt);

    expect(await giveBack(door, grantId)).toMatchObject({ state: 'revoked' });
    expect(await rolesOf(externalId)).toEqual(before);
  });

  const enter = (externalId: string) =>
    assumeRole(clientOptions(), {
      ...{ roleArn, externalId, sessionName: 'look', durationSeconds: 900 },
      sessionPolicy: undefined,
      signal: undefined,
    });

  /** The role that people come with; who trusts one that is not there is refused. */
  async function addPeople(externalId: string): Promise<void> {
    const { accessKeyId } = await enter(externalId);
    const created = await fetch(`${moto?.url}/`, {
      method: 'POST',
      headers: {
        // moto takes the account and the service from here, and checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261121/us-east-1/iam/aws4_request`,
      },
      body: new URLSearchParams({
        ...{ Action: 'CreateRole', Version: '2010-05-08', RoleName: 'People' },
        AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
      }),
    });
    expect(created.status).toBe(200);
  }

  /** As the account has them, whatever the service says. */
  async function rolesOf(externalId: string) {
    const options = clientOptions();
    const clients = createClients({ ...options, credentials: await enter(externalId) });
    const port = createAccountPort(clients, { now: () => new Date(), sleep: (ms) => delay(ms) });
    const { roles } = (await port.collect({ parts: ['roles'] })).parts;
    if (roles.status !== 'known') throw new Error(roles.reason.message);
    return roles.value;
  }
});

/** The external id that the role has to ask for. */
async function register({ ana }: PortalDoor): Promise<string> {
  const registered = await ana.PUT('/v1/accounts/{accountId}', {
    params: { path: { accountId } },
    body: {
      ...{ name: 'moto', owner: 'platform', environment: 'development' },
      access: { kind: 'role', roleArn },
    },
  });
  const made = dataOf(registered);
  if (!('access' in made) || made.access.kind !== 'role')
    throw new Error('it is reached by its role');
  return made.access.externalId;
}

const path = { accountId };

async function verifyAgain({ ana }: PortalDoor): Promise<void> {
  const seen = await ana.GET('/v1/accounts/{accountId}', { params: { path } });
  const header = { 'If-Match': etagOf(seen) };
  dataOf(await ana.POST('/v1/accounts/{accountId}/verification', { params: { path, header } }));
}

/** Polls until it is or is not. */
async function untilVerified({ ana }: PortalDoor) {
  for (;;) {
    const account = dataOf(await ana.GET('/v1/accounts/{accountId}', { params: { path } }));
    if (account.state !== 'pending') return account;
    await delay(100);
  }
}

/** Ana has a principal there and may ask for roles. */
async function allow({ ana }: PortalDoor): Promise<void> {
  const subject = trialPeople.ana.actor.id;
  const mapping = await ana.PUT('/v1/principal-mappings/{subject}/{accountId}', {
    params: { path: { subject, accountId } },
    body: {
      principal: {
        kind: 'role-session',
        roleArn: `arn:aws:iam::${accountId}:role/People`,
        sessionName: 'ana',
      },
    },
  });
  dataOf(mapping);
  const seen = await ana.GET('/v1/eligibility-rules');
  const rule = {
    ...{ id: 'anybody-in-moto', who: ['*'], blueprints: ['*'], accounts: [accountId] },
    ...{ maxDurationSeconds: 8 * 3600, emergency: false },
  };
  const changed = await ana.PUT('/v1/eligibility-rules', {
    params: { header: { 'If-Match': etagOf(seen) } },
    body: { rules: [...dataOf(seen).rules, rule] },
  });
  dataOf(changed);
}
