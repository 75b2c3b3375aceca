import { setTimeout as delay } from 'node:timers/promises';
import { trialPeople } from '../../config/trial.ts';
import type { Receiver } from '../../notify/testing/receiver.fixture.ts';
import type { PortalDoor } from '../portal-door.fixture.ts';
import { dataOf, etagOf, newKey } from '../portal-steps.fixture.ts';
import type { ServedAccounts } from './served-accounts.fixture.ts';

/** What the clients bring about. */
const told = [
  'role-request.submitted',
  'role-request.decided',
  'role-request.cancelled',
  'role-request.provision-failed',
  'grant.activated',
  'grant.extended',
  'grant.revoked',
  'grant.removal-failed',
] as const;

interface Around {
  readonly accounts: ServedAccounts;
  readonly receiver: Receiver;
}

/** Registers accounts, lets Ana ask for roles in them, and has everything told; the endpoint's id. */
export async function prepareService(
  door: PortalDoor,
  { accounts, receiver }: Around,
): Promise<string> {
  for (const id of accounts.ids) await register(door, { id, accounts });
  for (const id of accounts.ids) await untilVerified(door, id);
  await allowEverywhere(door, accounts);
  const endpoint = await door.ana.POST('/v1/webhook-endpoints', {
    params: { header: newKey() },
    body: { url: `http://${receiver.host}/204`, events: [...told] },
  });
  return dataOf(endpoint).id;
}

/** The role has to trust an external id that is only known once it is registered. */
async function register(
  { ana }: PortalDoor,
  { id, accounts }: { readonly id: string; readonly accounts: ServedAccounts },
): Promise<void> {
  const path = { accountId: id };
  const registered = await ana.PUT('/v1/accounts/{accountId}', {
    params: { path },
    body: {
      name: id,
      owner: 'platform',
      environment: 'sandbox',
      access: { kind: 'role', roleArn: accounts.roleArnOf(id) },
    },
  });
  const made = dataOf(registered);
  if (!('access' in made) || made.access.kind !== 'role')
    throw new Error('it is reached by its role');
  accounts.letIn(id, made.access.externalId);
  const mapping = await ana.PUT('/v1/principal-mappings/{subject}/{accountId}', {
    params: { path: { ...path, subject: trialPeople.ana.actor.id } },
    body: {
      principal: {
        kind: 'role-session',
        roleArn: `arn:aws:iam::${id}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnlyAccess_fedcba9876543210`,
        sessionName: 'ana',
      },
    },
  });
  dataOf(mapping);
}

async function untilVerified({ ana }: PortalDoor, accountId: string): Promise<void> {
  const path = { accountId };
  for (;;) {
    const seen = await ana.GET('/v1/accounts/{accountId}', { params: { path } });
    const { state } = dataOf(seen);
    if (state === 'verified') return;
    if (state === 'failed') {
      const header = { 'If-Match': etagOf(seen) };
      await ana.POST('/v1/accounts/{accountId}/verification', { params: { path, header } });
    }
    await delay(100);
  }
}

async function allowEverywhere({ ana }: PortalDoor, { ids }: ServedAccounts): Promise<void> {
  const seen = await ana.GET('/v1/eligibility-rules');
  const rule = {
    id: 'anybody-anywhere',
    who: ['*'],
    blueprints: ['*'],
    accounts: [...ids],
    maxDurationSeconds: 8 * 3600,
    emergency: false,
  };
  const changed = await ana.PUT('/v1/eligibility-rules', {
    params: { header: { 'If-Match': etagOf(seen) } },
    body: { rules: [...dataOf(seen).rules, rule] },
  });
  dataOf(changed);
}
