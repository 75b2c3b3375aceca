import { compareAccess } from '@rolecall/policy';
import fc from 'fast-check';
import { expect } from 'vitest';
import { compareRepository, verdictOf } from '../compare-repository.ts';

/*
 * Whatever the unknowns of a template turn out to be: where nothing new was found, nothing new is
 * granted once they have values. The values are put in by the few lines below, not by the reader.
 */

type Value = string | boolean | readonly Value[] | { readonly [name: string]: Value };

const ref = (name: string): Value => ({ Ref: name });
const sub = (text: string): Value => ({ 'Fn::Sub': text });
const noValue = ref('AWS::NoValue');

const names = ['A', 'B'];
const values = [
  'x',
  'y',
  '*',
  '?',
  'x*',
  '',
  'x/logs',
  'arn:aws:s3:::x',
  'arn:aws:s3:::*',
  '*:y',
  ':y',
  '${aws:username}',
  "${foo, '",
  'arn:aws:s3',
  '1:x',
];

const resource: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    '*',
    'arn:aws:s3:::*',
    'arn:aws:s3:::x',
    'arn:aws:s3:::x/*',
    'arn:aws:sqs:*:*:*',
  ),
  fc
    .tuple(
      fc.constantFrom('', 'arn:aws:s3:::', 'arn:aws:sqs:', 'arn:aws:s3:::x/${!aws:username}/'),
      fc.constantFrom(...names),
      fc.constantFrom('', '/*', '/logs/*', '*', ':y', '/${A}/*', '/${!aws:username}', '}/*'),
    )
    .map(([before, name, after]) => sub(`${before}\${${name}}${after}`)),
  fc.constantFrom(...names).map(ref),
);

const action: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Value>('s3:*', 's3:Get*', 's3:GetObject', '*') },
  { weight: 1, arbitrary: fc.constantFrom<Value>(sub('s3:${A}'), sub('s3:Get${B}'), ref('A')) },
);

const conditionValue = fc.oneof(
  fc.constantFrom<Value>('x', 'y', 'x*'),
  fc.constantFrom<Value>(ref('A'), ref('B'), sub('${A}/x')),
);

const listed = (item: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));

const condition: fc.Arbitrary<Value> = fc
  .tuple(
    fc.constantFrom(
      'StringEquals',
      'StringLike',
      'StringNotEquals',
      'StringNotLikeIfExists',
      'ForAllValues:StringLike',
    ),
    fc.constantFrom('aws:PrincipalTag/team', 's3:prefix'),
    listed(conditionValue),
  )
  .map(([operator, key, value]) => ({ [operator]: { [key]: value } }));

const chosen = (value: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 5, arbitrary: value },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('C', 'D'), value, fc.oneof(value, fc.constant(noValue)))
        .map(([name, then, otherwise]): Value => ({ 'Fn::If': [name, then, otherwise] })),
    },
  );

const statement: fc.Arbitrary<Value> = chosen(
  fc
    .record({
      Effect: fc.constantFrom<Value>('Allow', 'Allow', 'Deny'),
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'NotAction'), listed(action)),
      resource: fc.tuple(
        fc.constantFrom('Resource', 'Resource', 'NotResource'),
        listed(chosen(resource)),
      ),
      Condition: fc.option(chosen(condition), { nil: undefined, freq: 2 }),
    })
    .map(({ Effect, action: [actions, act], resource: [resources, on], Condition }) => ({
      Effect,
      [actions]: act,
      [resources]: on,
      ...(Condition !== undefined && { Condition }),
    })),
);

const policy = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((Statement): Value => ({ Version: '2012-10-17', Statement }));

interface Policies {
  readonly inline: Value;
  readonly attached: Value;
  readonly attachedWhen: boolean;
}

const policies: fc.Arbitrary<Policies> = fc.record({
  inline: policy,
  attached: policy,
  attachedWhen: fc.boolean(),
});

function templateOf({ inline, attached, attachedWhen }: Policies): string {
  return JSON.stringify({
    Parameters: { A: { Type: 'String' }, B: { Type: 'String' } },
    Conditions: { C: { 'Fn::Equals': [ref('A'), 'x'] }, D: { 'Fn::Equals': [ref('B'), 'x'] } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
          Policies: [{ PolicyName: 'a', PolicyDocument: inline }],
        },
      },
      Attached: {
        Type: 'AWS::IAM::Policy',
        ...(attachedWhen && { Condition: 'C' }),
        Properties: { PolicyName: 'b', PolicyDocument: attached, Roles: [ref('Role')] },
      },
    },
  });
}

interface World {
  readonly A: string;
  readonly B: string;
  readonly C: boolean;
  readonly D: boolean;
}

const worlds: fc.Arbitrary<World> = fc.record({
  A: fc.constantFrom(...values),
  B: fc.constantFrom(...values),
  C: fc.boolean(),
  D: fc.boolean(),
});

function deployed(value: Value, world: World): Value | undefined {
  if (typeof value !== 'object') return value;
  if (isList(value))
    return value.flatMap((item) => {
      const one = deployed(item, world);
      return one === undefined ? [] : [one];
    });
  const { Ref, 'Fn::Sub': text, 'Fn::If': choice } = value;
  if (Ref === 'A' || Ref === 'B') return world[Ref];
  if (Ref !== undefined) return undefined;
  if (typeof text === 'string')
    return text
      .replaceAll(/\$\{([AB])\}/g, (_, name) => (name === 'A' ? world.A : world.B))
      .replaceAll('${!', '${');
  if (choice !== undefined && typeof choice === 'object' && isList(choice)) {
    const [name, then = '', otherwise = ''] = choice;
    return deployed(world[name === 'C' ? 'C' : 'D'] ? then : otherwise, world);
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const one = deployed(member, world);
      return one === undefined ? [] : [[key, one]];
    }),
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function documentsOf({ inline, attached, attachedWhen }: Policies, world: World) {
  return [inline, ...(attachedWhen && !world.C ? [] : [attached])].map((document) =>
    Object(deployed(document, world)),
  );
}

const edits: fc.Arbitrary<readonly [Policies, Policies]> = fc.oneof(
  fc.tuple(policies, policies),
  // Edits that keep most of a policy: here "none" is the common answer.
  fc
    .tuple(policies, statement, fc.nat(5))
    .map(([old, extra, which]): readonly [Policies, Policies] => [old, changed(old, extra, which)]),
);

function changed(old: Policies, extra: Value, which: number): Policies {
  const list = (document: Value): readonly Value[] =>
    typeof document === 'object' && !isList(document) && document['Statement'] !== undefined
      ? [document['Statement']].flatMap((one) =>
          typeof one === 'object' && isList(one) ? one : [one],
        )
      : [];
  const of = (Statement: readonly Value[]): Value => ({ Version: '2012-10-17', Statement });
  const inline = list(old.inline);
  const attached = list(old.attached);
  switch (which) {
    case 0:
      return { ...old, inline: of(inline.slice(1)) };
    case 1:
      return { ...old, inline: of([...inline, extra]) };
    case 2:
      return { ...old, inline: old.attached, attached: old.inline };
    case 3:
      return { inline: of([...inline, ...attached]), attached: of([]), attachedWhen: false };
    case 4:
      return { ...old, attachedWhen: !old.attachedWhen };
    default:
      return { ...old, inline: of(inline.map((one, index) => (index === 0 ? extra : one))) };
  }
}

/** @returns how often nothing new was found */
export function checkSoundness(options: {
  readonly numRuns: number;
  readonly seed: number;
}): number {
  let quiet = 0;
  fc.assert(
    fc.property(
      edits,
      fc.array(worlds, { minLength: 6, maxLength: 6 }),
      ([old, next], possible) => {
        const compared = compareRepository(
          new Map([['t.json', templateOf(old)]]),
          new Map([['t.json', templateOf(next)]]),
        );
        if (verdictOf(compared) !== 'none') return;
        quiet += 1;
        for (const world of possible) {
          const { verdict } = compareAccess(documentsOf(old, world), documentsOf(next, world));
          expect(verdict, JSON.stringify(world)).not.toBe('grants');
        }
      },
    ),
    options,
  );
  return quiet;
}

const heads = ['', 'arn:aws:s3:::', 'arn:aws:sqs:', 'arn:aws:s3:::${!aws:PrincipalTag/'];
const tails = ['', '*', '/*', '/logs/*', ':y', '}/*', '/${B}'];
const texts = heads.flatMap((head) => tails.map((tail) => sub(`${head}\${A}${tail}`)));
const resources: readonly Value[] = [
  ...texts,
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::x*',
  'arn:aws:s3:::${aws:PrincipalTag/*}/*',
  'arn:aws:sqs:*',
  'arn:aws:sqs:*:*:*',
];

/** As `checkSoundness`, for pairs of resources that are allowed, denied or spared. */
export function checkResourcePairs({ every }: { readonly every: number }): number {
  const policiesOf = (statements: readonly Value[]): Policies => ({
    inline: { Version: '2012-10-17', Statement: statements },
    attached: { Version: '2012-10-17', Statement: [] },
    attachedWhen: false,
  });
  const forms: readonly ((resource: Value) => readonly Value[])[] = [
    (Resource) => [{ Effect: 'Allow', Action: 's3:*', Resource }],
    (NotResource) => [{ Effect: 'Allow', Action: 's3:*', NotResource }],
    (Resource) => [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:*', Resource },
    ],
  ];
  let quiet = 0;
  let count = 0;
  for (const form of forms)
    for (const one of resources)
      for (const other of resources) {
        if (count++ % every !== 0) continue;
        const [old, next] = [policiesOf(form(one)), policiesOf(form(other))];
        const compared = compareRepository(
          new Map([['t.json', templateOf(old)]]),
          new Map([['t.json', templateOf(next)]]),
        );
        if (one === other || verdictOf(compared) !== 'none') continue;
        quiet += 1;
        for (const A of values)
          for (const B of ['x', "'}"]) {
            const world = { A, B, C: true, D: true };
            const { verdict } = compareAccess(documentsOf(old, world), documentsOf(next, world));
            expect(verdict, JSON.stringify([one, other, world])).not.toBe('grants');
          }
      }
  return quiet;
}
