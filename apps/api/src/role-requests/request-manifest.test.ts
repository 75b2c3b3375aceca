import { blueprints } from '@rolecall/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoleRequestRecord } from '../model/records.ts';
import { requestManifest } from './request-manifest.ts';
import { scopeOfRequest } from './request-names.ts';
import { aliceMapping, requestOf } from './testing/records.fixture.ts';

const account = { id: '111122223333', partition: 'aws' };

function make(
  given: Partial<RoleRequestRecord>,
  mapping: typeof aliceMapping | undefined = aliceMapping,
) {
  return requestManifest({ request: requestOf(given), account, mapping });
}

function faultsOf(
  given: Partial<RoleRequestRecord>,
): readonly (readonly [string, string | null])[] {
  const made = make(given);
  return made.kind === 'refused' ? made.faults.map(({ code, pointer }) => [code, pointer]) : [];
}

const read = { managedPolicies: ['ReadOnlyAccess'] };

describe('what a request may not say', () => {
  it.each<[string, Partial<RoleRequestRecord>, readonly (readonly [string, string | null])[]]>([
    ['nothing wrong', {}, []],
    ['no such blueprint', { blueprint: 'person' }, [['blueprint-unknown', '/blueprint']]],
    [
      'whom to trust',
      { parameters: { ...read, principals: ['arn:aws:iam::111122223333:user/bob'] } },
      [['parameter-reserved', '/parameters/principals']],
    ],
    [
      'a wildcard',
      { parameters: { managedPolicies: ['*'] } },
      [['parameter-invalid', '/parameters/managedPolicies/0']],
    ],
    [
      'a variable',
      { parameters: { managedPolicies: ['$' + '{aws:username}'] } },
      [['parameter-invalid', '/parameters/managedPolicies/0']],
    ],
    [
      'a placeholder',
      { parameters: { ...read, roleName: '{{arn:role/x}}' } },
      [['parameter-invalid', '/parameters/roleName']],
    ],
    [
      'another name than text',
      { parameters: { ...read, roleName: ['x'] } },
      [['parameter-invalid', '/parameters/roleName']],
    ],
    [
      'a policy of another account',
      { parameters: { managedPolicies: ['arn:aws:iam::999988887777:policy/p'] } },
      [['parameter-invalid', '/parameters/managedPolicies/0']],
    ],
    [
      'a parameter that is none',
      { parameters: { ...read, trust: {} } },
      [['parameter-invalid', '/parameters/trust']],
    ],
    ['nothing to be allowed', { parameters: {} }, [['parameter-invalid', '/parameters']]],
    [
      'users',
      { blueprint: 'administrators-group', parameters: {} },
      [['not-self-service', '/blueprint']],
    ],
    [
      'a policy and no role',
      { blueprint: 'power-user-policy', parameters: {} },
      [['not-self-service', '/blueprint']],
    ],
    [
      'trust in identities of its own choice',
      {
        blueprint: 'github-actions-oidc',
        parameters: {
          organization: 'o',
          repository: 'r',
          organizationId: '1',
          repositoryId: '2',
          createProvider: false,
        },
      },
      [['not-self-service', '/blueprint']],
    ],
  ])('%s', (_, given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });

  it('who they are, where nobody knows it', () => {
    const made = requestManifest({ request: requestOf(), account, mapping: undefined });
    expect(made).toMatchObject({ kind: 'refused', faults: [{ code: 'principal-missing' }] });
  });

  it('who they are, where what is known is no principal', () => {
    const principal = { kind: 'user' as const, arn: 'arn:aws:iam::111122223333:user/*' };
    const made = requestManifest({
      request: requestOf(),
      account,
      mapping: { ...aliceMapping, principal },
    });
    expect(made).toMatchObject({ kind: 'refused', faults: [{ code: 'principal-invalid' }] });
  });
});

describe('what a request declares', () => {
  it('lies in a scope and under names of its own, and trusts the one who asks', () => {
    const made = make({ parameters: { ...read, roleName: 'N'.repeat(60) } });
    if (made.kind !== 'manifest') throw new Error(JSON.stringify(made));
    expect(made.document).toMatchObject({ scope: 'rq-0123456789ab', account: '111122223333' });
    const text = JSON.stringify(made.document);
    expect(text).not.toContain(':root');
    expect(text).toContain('"aws:userid":"*:alice"');
    const [, name = ''] = /"(N+-0123456789ab)"/.exec(text) ?? [];
    // The console takes 64 characters for path and name together.
    expect(`rolecall/rq-0123456789ab/${name}`).toHaveLength(64);
  });

  it('leaves the trust in a service as it is', () => {
    const made = make({ blueprint: 'ecs-express', parameters: {} }, undefined);
    expect(JSON.stringify(made)).toContain('{"Service":"ecs.amazonaws.com"}');
  });

  it('is the same for the same request, and another for another', () => {
    expect(JSON.stringify(make({}))).toBe(JSON.stringify(make({})));
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        fc.pre(one.slice(-12) !== other.slice(-12));
        expect(scopeOfRequest(one)).not.toBe(scopeOfRequest(other));
        expect(scopeOfRequest(one)).toMatch(/^rq-[0-9a-f]{12}$/);
      }),
    );
    expect(() => scopeOfRequest('1')).toThrow();
  });

  it('trusts nobody but the one who asks and services, whatever values are given', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '*',
        '{{account}}',
        '$' + '{aws:userid}',
        'arn:aws:iam::111122223333:user/bob',
      ),
      fc.constantFrom('ReadOnlyAccess', 'app', true, 3600, null),
      fc.array(fc.constantFrom('ReadOnlyAccess', 'arn:aws:iam::111122223333:root', 's3:*')),
    );
    const asked = fc.constantFrom(...blueprints).chain((blueprint) =>
      fc.record({
        blueprint: fc.constant(blueprint.id),
        parameters: fc.dictionary(
          fc.constantFrom(...Object.keys(blueprint.parameters), 'x'),
          value,
          {
            maxKeys: 4,
          },
        ),
      }),
    );
    let manifests = 0;
    fc.assert(
      fc.property(asked, (given) => {
        const made = make({ ...given, parameters: { ...given.parameters } });
        if (made.kind === 'refused') return;
        manifests += 1;
        for (const [, principal] of JSON.stringify(made.document).matchAll(
          /"Principal":(\{.*?\})/g,
        )) {
          expect(principal).toMatch(
            /^\{"(?:Service":(?:"[a-z0-9.-]+"|\["[a-z0-9.",-]+"\])|AWS":"arn:aws:iam::111122223333:role\/people\/Staff")\}$/,
          );
        }
      }),
      { numRuns: 500, seed: 20261121 },
    );
    expect(manifests).toBeGreaterThan(0);
  });
});
