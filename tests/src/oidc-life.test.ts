import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { isSettledBeforehand } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { expectApplied } from './testing/convergence-laws.fixture.ts';
import { iamOf } from './testing/held-account.fixture.ts';
import { wayBackOf } from './testing/rollback.fixture.ts';

// The clock of the tests begins at 2026-11-20T12:00:00Z.
const end = '2026-11-20T13:00:00Z';
const anHour = 3_600_000;
const url = 'id.example.com/tenant/7';
const own = { clientIds: ['app', 'urn:api/web'] };

function manifest(provider: object | undefined, others: object = {}): string {
  return JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    prune: {},
    groups: { keep: {} },
    oidcProviders: { ...(provider && { [url]: provider }), ...others },
  });
}

async function outline(opened: TestAccount, text: string): Promise<readonly string[]> {
  const { changes, conflicts } = await opened.plan(text);
  return [
    ...changes.map(({ kind, resource }) => `${kind} ${resource}`),
    ...conflicts.map(({ resource }) => `conflict ${resource}`),
  ];
}

const ending = manifest({ ...own, expiresAt: end });

describe('the end of an OIDC provider', () => {
  it('takes it away, where prune never does', async () => {
    const opened = openAccount();
    await expectApplied(opened, ending);
    expect(await outline(opened, ending)).toEqual([]);
    await opened.clock.sleep(anHour);
    expect(await outline(opened, manifest(undefined))).toEqual([]);
    const { notes } = await opened.plan(manifest(undefined, { 'b.example.com': own }));
    expect(notes).toContainEqual(expect.stringMatching(/tenant\/7 is ours .* by hand\.$/));
    expect(await outline(opened, ending)).toEqual([`delete oidc-provider/${url}`]);
    const calls = opened.writes().length;
    await expectApplied(opened, ending);
    expect(opened.writes().slice(calls)).toEqual(['iam:DeleteOpenIDConnectProvider']);
    expect(await outline(opened, ending)).toEqual([]);
  });

  it('comes true by a repair', async () => {
    const opened = openAccount();
    await expectApplied(opened, ending);
    await opened.clock.sleep(anHour);
    await opened.apply(ending, { only: isSettledBeforehand });
    expect(await outline(opened, ending)).toEqual([]);
    expect(opened.writes().at(-1)).toBe('iam:DeleteOpenIDConnectProvider');
  });

  it('leaves what another scope owns, with a word', async () => {
    const opened = openAccount();
    await expectApplied(opened, manifest(own).replace('"platform"', '"data"'));
    await opened.clock.sleep(anHour);
    const { changes, notes } = await opened.plan(ending);
    expect(changes.map(({ type }) => type)).not.toContain('oidc-provider');
    expect(notes).toContainEqual(expect.stringContaining('has expired, but does not carry'));
  });

  it('is shown with the roles that trust it', async () => {
    const opened = openAccount();
    await expectApplied(opened, ending);
    const Federated = `arn:aws:iam::${account}:oidc-provider/${url}`;
    const trust = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Federated },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${url}:aud`]: 'app', [`${url}:sub`]: 'me' } },
      },
    };
    const AssumeRolePolicyDocument = JSON.stringify(trust);
    const role = new CreateRoleCommand({ RoleName: 'theirs', AssumeRolePolicyDocument });
    await iamOf(opened).send(role);
    await opened.clock.sleep(anHour);
    const { changes } = await opened.plan(ending);
    expect(changes.map(({ resource, warnings }) => [resource, warnings])).toEqual([
      [
        `oidc-provider/${url}`,
        [
          `It expired at ${end}.`,
          `arn:aws:iam::${account}:role/theirs trusts it by its present ARN.`,
        ],
      ],
    ]);
  });
});

describe('the way back of an OIDC provider', () => {
  it.each<[string, object]>([
    ['whose thumbprint AWS fetched', own],
    ['with thumbprints of its own', { ...own, thumbprints: ['B'.repeat(40), 'a'.repeat(40)] }],
  ])('%s leads to none, and from there to the same', async (_name, provider) => {
    const opened = openAccount();
    const [none, text] = [manifest(undefined), manifest(provider)];
    await expectApplied(opened, none);
    const there = await opened.plan(text);
    await expectApplied(opened, text);
    const made = await providersOf(opened);
    const back = wayBackOf(opened, there, none);
    const { plan } = await back();
    expect(plan.changes).toMatchObject([
      { kind: 'delete', departed: { kind: 'rolled-back' }, type: 'oidc-provider' },
    ]);
    await opened.apply(none, { plan: back });
    expect(await providersOf(opened)).toEqual([]);
    await opened.apply(text, { plan: wayBackOf(opened, plan, text) });
    expect(await providersOf(opened)).toEqual(made);
  });

  it('takes nothing that somebody else has changed since', async () => {
    const opened = openAccount();
    const there = await opened.plan(manifest(own));
    await expectApplied(opened, manifest(own));
    await expectApplied(opened, manifest({ clientIds: [...own.clientIds, 'later'] }));
    const back = wayBackOf(opened, there, manifest(undefined));
    await expect(back()).rejects.toMatchObject({
      details: {
        diagnostics: [
          { code: 'PLAN_CHANGED', message: expect.stringContaining('clientIds/later') },
        ],
      },
    });
  });

  it('does not make again what has expired', async () => {
    const opened = openAccount();
    await expectApplied(opened, ending);
    await opened.clock.sleep(anHour);
    const plan = await opened.plan(ending);
    await expectApplied(opened, ending);
    const { plan: back } = await wayBackOf(opened, plan, ending)();
    expect(back.changes).toEqual([]);
    expect(back.notes).toContainEqual(expect.stringContaining('it is not made again'));
  });
});

/** Without the order of what has none. */
async function providersOf(opened: TestAccount) {
  const { oidcProviders } = (await opened.planned(manifest(own))).snapshot.parts;
  if (oidcProviders.status === 'unknown') throw new Error('The providers were not read.');
  return oidcProviders.value.map(({ clientIds, thumbprints, ...rest }) => ({
    ...rest,
    clientIds: [...clientIds].sort(),
    thumbprints: thumbprints.map((print) => print.toLowerCase()).sort(),
  }));
}
