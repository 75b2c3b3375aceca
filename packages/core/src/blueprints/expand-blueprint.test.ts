import { describe, expect, it } from 'vitest';
import { type Blueprint, blueprintSchema } from './blueprint.ts';
import { findBlueprint } from './catalogue.ts';
import { expandBlueprint } from './expand-blueprint.ts';

const context = { account: '210987654321', partition: 'aws', scope: 'platform' };

const blueprint = blueprintSchema.parse({
  id: 'sample',
  topic: 'people',
  title: 'Sample',
  purpose: 'A sample.',
  asOf: '2026-11-20',
  sources: [{ title: 'AWS', url: 'https://docs.aws.amazon.com/' }],
  parameters: {
    userName: { type: 'name', description: 'A user.', example: 'eve' },
    roleName: { type: 'name', description: 'A role.', default: 'support' },
    seconds: { type: 'integer', description: 'Seconds.', default: 3600 },
    boundary: { type: 'text', description: 'A boundary.', optional: true },
  },
  resources: {
    users: { '{{userName}}': {} },
    roles: {
      '{{roleName}}': {
        trust: {
          Statement: {
            Effect: 'Allow',
            Principal: { AWS: '{{arn:user/$userName}}' },
            Action: 'sts:AssumeRole',
          },
        },
        maxSessionDuration: '{{seconds}}',
        permissionsBoundary: '{{boundary}}',
        tags: { team: '{{scope}}-{{account}}' },
      },
      spare: { when: 'boundary', trust: { Statement: [] } },
    },
  },
  companions: [{ purpose: 'To pass it.', statement: { Resource: '{{arn:role/$roleName}}' } }],
});

function diagnose(values: { readonly [name: string]: unknown }, of: Blueprint = blueprint) {
  const expansion = expandBlueprint({ blueprint: of, values, context });
  return expansion.success ? [] : expansion.diagnostics;
}

describe('expandBlueprint', () => {
  it('fills in values and defaults, and leaves ARNs of resources to the manifest', () => {
    const expansion = expandBlueprint({ blueprint, values: { userName: 'eve' }, context });
    expect(expansion).toMatchObject({
      success: true,
      sections: {
        users: { eve: { groups: [] } },
        roles: {
          support: {
            trust: { Statement: { Principal: { AWS: '{{arn:user/eve}}' } } },
            maxSessionDuration: 3600,
            tags: { team: 'platform-210987654321' },
          },
        },
      },
      companions: [{ purpose: 'To pass it.', statement: { Resource: '{{arn:role/support}}' } }],
    });
    expect(JSON.stringify(expansion)).not.toMatch(/spare|permissionsBoundary/);
  });

  it('names what is missing, and shows its example', () => {
    expect(diagnose({})).toMatchObject([
      { path: ['with'], code: 'PARAMETER_INVALID', hint: 'For example: userName: "eve"' },
    ]);
    expect(diagnose({})[0]?.message).toContain('with.userName');
  });

  it.each<[string, { [name: string]: unknown }, (string | number)[]]>([
    ['an unknown name', { userName: 'eve', rolName: 'x' }, ['with', 'rolName']],
    ['a wrong value', { userName: 'e*' }, ['with', 'userName']],
    ['a name of Object', { userName: 'eve', constructor: 'x' }, ['with', 'constructor']],
    ['a value that only IAM refuses', { userName: 'e'.repeat(65) }, ['with', 'userName']],
    ['a number out of range', { userName: 'eve', seconds: 60 }, ['with']],
  ])('points at %s', (_what, values, path) => {
    expect(diagnose(values).map((diagnostic) => diagnostic.path)).toEqual([path]);
  });

  it('offers the nearest name', () => {
    expect(diagnose({ userName: 'eve', rolName: 'x' })[0]?.hint).toBe('Did you mean "roleName"?');
  });

  it('refuses two resources of one name instead of losing one', () => {
    const express = findBlueprint('ecs-express') ?? blueprint;
    const names = { executionRoleName: 'ecs', infrastructureRoleName: 'ecs' };
    expect(diagnose(names, express)).toMatchObject([{ path: ['with'] }]);
  });

  it('reports everything at once', () => {
    expect(diagnose({ roleName: 'a b', seconds: 'long', x: 1 })).toHaveLength(4);
  });
});
