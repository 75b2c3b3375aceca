import { asList, type Json, parseArn, policySize, statementsOf } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import awsManaged from '../data/aws-managed-policies.gen.json' with { type: 'json' };
import type { Blueprint } from './blueprint.ts';
import { blueprints } from './catalogue.ts';
import { expandBlueprint } from './expand-blueprint.ts';

type Values = { [name: string]: Json };

/** Every use worth a look: defaults, examples, and each switch and choice the other way. */
function usesOf({ parameters }: Blueprint): Values[] {
  const required: Values = {};
  const examples: Values = {};
  const variants: Values[] = [{}];
  for (const [name, parameter] of Object.entries(parameters)) {
    const { example, default: usual, optional = false } = parameter;
    if (example !== undefined) examples[name] = example;
    if (usual === undefined && !optional) required[name] = example ?? `${name} has no example`;
    if (parameter.type === 'boolean') variants.push({ [name]: usual !== true });
    if (parameter.type === 'choice') {
      variants.push(...parameter.options.map((option) => ({ [name]: option })));
    }
  }
  return [required, ...variants.map((variant) => ({ ...examples, ...variant }))];
}

const trusting = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetSourceIdentity',
  'sts:TagSession',
];

const account = '210987654321';

/** Examples are written for the account of the documentation, in one partition. */
function inAccount(values: Values, partition: string): Values {
  const text = JSON.stringify(values).replaceAll('111122223333', account);
  return JSON.parse(text.replaceAll('arn:aws:', `arn:${partition}:`));
}

const cases = blueprints.flatMap((blueprint) =>
  ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'].flatMap((partition) =>
    usesOf(blueprint)
      .map((values) => inAccount(values, partition))
      .map((values) => ({ id: blueprint.id, blueprint, partition, values })),
  ),
);

describe.each(cases)('$id in $partition with $values', ({ blueprint, partition, values }) => {
  const context = { account, partition, scope: 'platform' };
  const expansion = expandBlueprint({ blueprint, values, context });
  const sections = expansion.success ? expansion.sections : undefined;
  const text = JSON.stringify(expansion);
  const roles = Object.values(sections?.roles ?? {});
  const groups = Object.values(sections?.groups ?? {});
  const users = Object.values(sections?.users ?? {});

  it('expands', () => {
    expect(expansion).toMatchObject({ success: true });
  });

  it('stays in its partition and leaves no placeholder but ARNs', () => {
    if (partition !== 'aws') expect(text).not.toContain('arn:aws:');
    expect(text.replace(/\{\{arn:[a-z-]+\/[\w+=,.@-]+\}\}/g, '')).not.toContain('{{');
    expect(text).not.toContain('"when"');
  });

  it('writes ARNs of six fields', () => {
    for (const found of textsOf(expansion).filter((member) => member.includes('arn:'))) {
      if (/^\{\{arn:[^{}]+\}\}$/.test(found)) continue;
      const arn = parseArn(found);
      expect(arn, found).toMatchObject({
        partition,
        service: expect.stringMatching(/^[a-z][a-z0-9-]*$/),
        region: expect.stringMatching(/^(\*|[a-z]+(-[a-z]+)+-\d)?$/),
        account: expect.stringMatching(/^(\d{12}|aws|)$/),
        resource: expect.stringMatching(/^[a-z*]/),
      });
      if (arn?.service === 'iam') expect(arn.region, found).toBe('');
    }
  });

  it('refers only to resources that it declares', () => {
    const declared: { [type: string]: string[] } = {
      user: Object.keys(sections?.users ?? {}),
      role: Object.keys(sections?.roles ?? {}),
    };
    for (const [, type = '', name] of text.matchAll(/\{\{arn:([a-z-]+)\/([^}]+)\}\}/g)) {
      expect(declared[type]).toContain(name);
    }
  });

  it('names policies that AWS has', () => {
    const copied = Object.values(sections?.policies ?? {}).flatMap(({ document }) =>
      'copyOf' in document ? [document.copyOf] : [],
    );
    const attached = [...roles, ...groups, ...users].flatMap((holder) => holder.managedPolicies);
    for (const name of [...attached, ...copied]) expect(awsManaged.policies).toContain(name);
  });

  it('keeps within the quotas of an untouched account', () => {
    const path = `rolecall/${'s'.repeat(32)}/${'n'.repeat(64)}`;
    const arn = `arn:${partition}:iam::210987654321:role/${path}`;
    const size = (documents: readonly object[]): number =>
      documents
        .map((document) => JSON.stringify(document).replaceAll(/\{\{arn:[^}]+\}\}/g, arn))
        .reduce((sum, document) => sum + policySize(JSON.parse(document)), 0);
    for (const { trust, inlinePolicies, managedPolicies } of roles) {
      expect(size([trust])).toBeLessThanOrEqual(2048);
      expect(size(Object.values(inlinePolicies))).toBeLessThanOrEqual(10_240);
      expect(managedPolicies.length).toBeLessThanOrEqual(10);
    }
    for (const { inlinePolicies } of groups) {
      expect(size(Object.values(inlinePolicies))).toBeLessThanOrEqual(5120);
    }
  });

  it('trusts nobody at large', () => {
    for (const { Principal, NotPrincipal, Action } of roles.flatMap((r) => statementsOf(r.trust))) {
      expect(NotPrincipal).toBeUndefined();
      expect(typeof Principal).toBe('object');
      const who = Object.values(typeof Principal === 'object' ? Principal : {}).flatMap(asList);
      expect(who.length).toBeGreaterThan(0);
      for (const principal of who) expect(principal).not.toMatch(/[*?]/);
      for (const action of asList(Action)) expect(trusting).toContain(action);
    }
  });
});

/** Every text within a value, keys included. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...textsOf(member)]);
}
