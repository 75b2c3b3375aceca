import { describe, expect, it } from 'vitest';
import { bundledActionData } from '../actions/bundled-action-data.ts';
import { evaluateRequest } from '../evaluate/evaluate-request.ts';
import { PolicyFormatError, readPolicy } from '../language/read-policy.ts';
import { type AccessComparison, compareAccess } from './compare-access.ts';

const action = 's3:GetObject';
const resource = 'arn:aws:s3:::bucket/key';
const bucket = 'arn:aws:s3:::';
/** Milliseconds: some seconds even on a slow machine, and far from what anything quadratic takes. */
const patience = 10_000;

function many<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function allow(elements: object = {}) {
  return { Effect: 'Allow', Action: action, Resource: '*', ...elements };
}

function deny(elements: object = {}) {
  return { ...allow(elements), Effect: 'Deny' };
}

function textOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function onKey(operator: string, values: unknown) {
  return allow({ Condition: { [operator]: { 'k:x': values } } });
}

const everything = textOf(allow({ Action: '*' }));
const nothing = textOf();

/** Old policy, new policy, and the verdicts that are true of them. */
const large: readonly {
  readonly name: string;
  readonly old: string;
  readonly next: string;
  readonly verdicts: readonly AccessComparison['verdict'][];
}[] = [
  {
    name: '10 MB in one pattern',
    old: everything,
    next: textOf(allow({ Resource: `${bucket}${'a'.repeat(10_000_000)}` })),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '100,000 wildcards in one pattern',
    old: textOf(allow({ Resource: `${bucket}${'*a'.repeat(100_000)}` })),
    next: textOf(allow({ Resource: `${bucket}${'*ab'.repeat(100_000)}` })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '100,000 patterns',
    old: textOf(allow({ Resource: many(100_000, (at) => `${bucket}*${at}*`) })),
    next: textOf(allow({ Resource: many(100_000, (at) => `${bucket}*x${at}*`) })),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '100,000 actions that are new',
    old: textOf(allow({ Action: many(100_000, (at) => `s3:a${at}`) })),
    next: textOf(allow({ Action: many(100_000, (at) => `s3:b${at}`) })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '100,000 actions left out',
    old: textOf({ Effect: 'Allow', NotAction: many(100_000, (at) => `s3:a${at}`) }),
    next: textOf({ Effect: 'Allow', NotAction: many(100_000, (at) => `s3:b${at}`) }),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'a star before 30 question marks',
    old: textOf(allow({ Resource: `${bucket}*b${'?'.repeat(29)}` })),
    next: textOf(allow({ Resource: `${bucket}*a${'?'.repeat(30)}` })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'a star before 5,000 question marks',
    old: textOf(allow({ Resource: `${bucket}*b${'?'.repeat(5000)}` })),
    next: textOf(allow({ Resource: `${bucket}*a${'?'.repeat(5001)}` })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '5,000 Deny statements',
    old: nothing,
    next: textOf(allow({ Action: '*' }), ...many(5000, (at) => deny({ Action: `s3:a${at}` }))),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '5,000 Deny statements a side, the new ones narrower',
    old: textOf(allow(), ...many(5000, (at) => deny({ Action: `s3:a${at}` }))),
    next: textOf(
      allow(),
      ...many(5000, (at) => deny({ Action: `s3:a${at}`, Resource: `${bucket}a${at}` })),
    ),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '5,000 Allow statements a side',
    old: textOf(...many(5000, (at) => allow({ Action: `s3:a${at}` }))),
    next: textOf(...many(5000, (at) => allow({ Action: `s3:a${at + 1}` }))),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '300 Deny statements with two conditions each',
    old: nothing,
    next: textOf(
      allow(),
      ...many(300, (at) =>
        deny({ Condition: { StringEquals: { [`k:${at}`]: 'a', [`j:${at}`]: 'b' } } }),
      ),
    ),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '20,000 condition keys in one statement',
    old: nothing,
    next: textOf(
      allow({
        Condition: { StringEquals: Object.fromEntries(many(20_000, (at) => [`k:${at}`, 'a'])) },
      }),
    ),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '130,000 numbers',
    old: textOf(onKey('NumericEquals', many(130_000, String))),
    next: textOf(onKey('NumericEquals', many(130_001, String))),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '130,000 dates',
    old: textOf(
      onKey(
        'DateEquals',
        many(130_000, (at) => String(1_767_225_600 + at)),
      ),
    ),
    next: textOf(
      onKey(
        'DateEquals',
        many(130_001, (at) => String(1_767_225_600 + at)),
      ),
    ),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '30,000 address ranges',
    old: textOf(
      onKey(
        'IpAddress',
        many(30_000, (at) => `10.${at >> 8}.${at & 255}.0/24`),
      ),
    ),
    next: textOf(
      onKey(
        'IpAddress',
        many(30_000, (at) => `11.${at >> 8}.${at & 255}.0/24`),
      ),
    ),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '100,000 binary values',
    old: textOf(
      onKey(
        'BinaryEquals',
        many(100_000, (at) => btoa(`a${at}`)),
      ),
    ),
    next: textOf(
      onKey(
        'BinaryEquals',
        many(100_000, (at) => btoa(`b${at}`)),
      ),
    ),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'one binary value of 8 MB',
    old: textOf(onKey('BinaryEquals', 'AAAA'.repeat(2_000_000))),
    next: textOf(onKey('BinaryEquals', 'AAAB'.repeat(2_000_000))),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '100,000 accounts',
    old: textOf(allow({ Principal: { AWS: many(100_000, (at) => String(10 ** 11 + at)) } })),
    next: textOf(allow({ Principal: { AWS: many(100_001, (at) => String(10 ** 11 + at)) } })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: '100,000 roles and their sessions',
    old: textOf(
      allow({ Principal: { AWS: many(100_000, (at) => `arn:aws:iam::111122223333:role/${at}`) } }),
    ),
    next: textOf(
      allow({
        Principal: {
          AWS: many(100_000, (at) => `arn:aws:sts::111122223333:assumed-role/${at}/s`),
        },
      }),
    ),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '200,000 colons in an ARN',
    old: nothing,
    next: textOf(allow({ Resource: `${bucket}${':'.repeat(200_000)}*` })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'a million beginnings of variables',
    old: everything,
    next: textOf(allow({ Resource: `${bucket}${'${'.repeat(1_000_000)}` })),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '3,000 variables whose default has no end',
    old: everything,
    next: textOf(allow({ Resource: `${bucket}${`\${a'${'b'.repeat(1020)}`.repeat(3000)}` })),
    verdicts: ['none', 'undecided'],
  },
  {
    name: '20,000 variables in one pattern',
    old: nothing,
    next: textOf(allow({ Resource: `${bucket}${many(20_000, (at) => `\${a:b${at}}`).join('')}` })),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'variables that multiply over operators',
    old: nothing,
    next: textOf(
      allow({
        Condition: Object.fromEntries(
          ['StringLike', 'StringEquals', 'ArnLike', 'ForAllValues:StringLike'].map((operator) => [
            operator,
            { 'k:x': many(100, (at) => `\${a:b${at}}${operator}`) },
          ]),
        ),
      }),
    ),
    // No value is an ARN of six fields: nothing is allowed.
    verdicts: ['none', 'undecided'],
  },
  {
    name: 'numbers of a million digits',
    old: textOf(onKey('NumericLessThan', '8'.repeat(1_000_000))),
    next: textOf(onKey('NumericLessThan', '9'.repeat(1_000_000))),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'numbers with huge exponents',
    old: textOf(onKey('NumericLessThan', '1e999998')),
    next: textOf(onKey('NumericLessThan', '1e999999')),
    verdicts: ['grants', 'undecided'],
  },
  {
    name: 'dates out of range',
    old: textOf(onKey('DateLessThan', '999999999999998')),
    next: textOf(onKey('DateLessThan', ['999999999999999', '0000-01-01', '9999-12-31'])),
    verdicts: ['grants', 'undecided'],
  },
];

describe('large policies', () => {
  it.each(large)(
    'compares $name in time',
    ({ old, next, verdicts }) => {
      const answer = compareAccess(old, next);
      expect(verdicts).toContain(answer.verdict);
    },
    patience,
  );

  it.each(large)(
    'evaluates a request against $name in time',
    ({ old, next }) => {
      const context = { 'k:x': '5', 'k:0': 'a' };
      const request = { action, resource, principal: '111122223333', context };
      for (const policy of [old, next])
        expect(['allowed', 'implicitDeny', 'explicitDeny']).toContain(
          evaluateRequest(request, { identity: [policy] }).decision,
        );
    },
    patience,
  );

  it('gives up at the same step again', () => {
    const old = textOf(allow({ Resource: `${bucket}*b${'?'.repeat(29)}` }));
    const next = textOf(allow({ Resource: `${bucket}*a${'?'.repeat(30)}` }));
    const answers = many(2, () => compareAccess(old, next, { budget: 20_000 }));
    expect(answers[0]).toMatchObject({ verdict: 'undecided', reason: { kind: 'budget' } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it.each([0, 1, -1])('is undecided with a budget of %s', (budget) => {
    const old = textOf(allow({ Resource: `${bucket}*b?` }));
    const next = textOf(allow({ Resource: `${bucket}*a??` }));
    expect(compareAccess(old, next, { budget })).toMatchObject({ verdict: 'undecided' });
  });
});

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '\n', '\u0000'];

describe('odd names and texts', () => {
  it.each(names)('takes the condition key %j for one like any other', (key) => {
    const condition = `{"StringEquals":{${JSON.stringify(key)}:"a"}}`;
    const text = `{"Statement":{"Effect":"Allow","Action":"${action}","Condition":${condition}}}`;
    const free = textOf({ Effect: 'Allow', Action: action });
    expect(compareAccess(text, text)).toMatchObject({ verdict: 'none' });
    expect(compareAccess(free, text)).toMatchObject({ verdict: 'none' });
    expect(compareAccess(text, free)).toMatchObject({ verdict: 'grants' });
    const decide = (context: ReadonlyMap<string, readonly string[]>) =>
      evaluateRequest({ action, resource, context }, { identity: [text] }).decision;
    expect(decide(new Map([[key, ['a']]]))).toBe('allowed');
    expect(decide(new Map())).toBe('implicitDeny');
  });

  it('keeps apart keys whose names look like what is remembered of others', () => {
    const next = textOf(
      allow({ Condition: { Null: { a: 'true' }, 'ForAnyValue:Null': { a: 'false' } } }),
      allow({ Condition: { Null: { 'a ?some!text*\na': 'false' } } }),
    );
    expect(compareAccess(nothing, next)).toMatchObject({ verdict: 'grants' });
  });

  it.each(['\ud800', '\udc00a', 'a\ud83d', '\ufeff', '\uffff', '\u{1f600}'])(
    'never says "none" of a wider text with %j',
    (odd) => {
      const old = textOf(allow({ Resource: `${bucket}${odd}` }));
      const next = textOf(allow({ Resource: `${bucket}${odd}*` }));
      expect(compareAccess(old, next).verdict).not.toBe('none');
      const request = { action, resource: `${bucket}${odd}x` };
      expect(evaluateRequest(request, { identity: [next] }).decision).toBe('allowed');
      expect(evaluateRequest(request, { identity: [old] }).decision).toBe('implicitDeny');
    },
  );

  // AWS documents no meaning of a condition without values, so no verdict rests on ours.
  it.each([
    ['none', { Action: [] }],
    ['none', { Resource: [] }],
    ['none', { Principal: {} }],
    ['none', { Principal: { AWS: [] } }],
    ['none', { Action: [], Resource: [], Condition: {} }],
    ['undecided', { Condition: { StringEquals: { 'k:x': [] } } }],
    ['undecided', { Condition: { Null: { 'k:x': [] } } }],
  ])('says %s of the empty list in %j', (verdict, element) => {
    const text = textOf(allow(element));
    expect(compareAccess(nothing, text)).toMatchObject({ verdict });
    const request = { action, resource, context: { 'k:x': 'a' } };
    expect(evaluateRequest(request, { identity: [text] }).decision).toBe('implicitDeny');
  });

  it('takes an empty block of conditions for none', () => {
    for (const element of [{}, { Condition: {} }, { Condition: { StringEquals: {} } }])
      expect(compareAccess(nothing, textOf(allow(element)))).toMatchObject({ verdict: 'grants' });
    expect(compareAccess([], [])).toMatchObject({ verdict: 'none' });
    expect(compareAccess([], everything)).toMatchObject({ verdict: 'grants' });
  });

  it.each([
    ['deep nesting', '['.repeat(1_000_000)],
    ['deep objects', '{"a":'.repeat(100_000)],
    ['an element twice', '{"Statement":[],"Statement":[]}'],
    [
      'a condition key twice',
      textOf(allow({ Condition: { Bool: {} } })).replace('{}', '{"a":1,"a":2}'),
    ],
    ['no text', ''],
    ['null', 'null'],
    ['a value that ends early', '{"Statement":'],
  ])('refuses %s', (_, text) => {
    expect(() => readPolicy(text)).toThrow(PolicyFormatError);
    expect(compareAccess(everything, text)).toMatchObject({
      verdict: 'undecided',
      reason: { kind: 'unreadable', policy: { side: 'new', policy: 0 } },
    });
  });

  it('knows the actions it shows, whatever else is allowed', () => {
    const answer = compareAccess(
      nothing,
      textOf(allow({ Action: ['constructor:a', '__proto__:a'] })),
    );
    expect(answer).toMatchObject({ verdict: 'grants', witness: { knownAction: false } });
    expect(bundledActionData().service('__proto__')).toBeUndefined();
    expect(bundledActionData().globalKey('constructor')).toBeUndefined();
  });
});
