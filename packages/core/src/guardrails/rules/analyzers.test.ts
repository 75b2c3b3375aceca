import { describe, expect, it } from 'vitest';
import { known } from '../../model/part.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const declared = (members = '', region = 'us-east-1', name = 'out') =>
  `analyzers: { ${name}: { regions: [${region}]${members} } }\n`;
const archiving = (filter: string, type = 'ACCOUNT') =>
  declared(`, type: ${type}, archiveRules: { a: { filter: { ${filter} } } }`);
const rule = (text: string) => `analyzers: { ${text} }`;
const refused = (name: string) => [`${name} analyzer/us-east-1/out`];
const notPublic = "isPublic: { eq: ['false'] }";
const bucket = "resource: { eq: ['arn:aws:s3:::shared'] }";

it.each<[string, string, readonly string[]]>([
  [rule(''), declared(', type: ACCOUNT_UNUSED_ACCESS'), []],
  [rule('types: [ACCOUNT]'), declared(), []],
  [
    rule('types: [ACCOUNT, ORGANIZATION]'),
    declared(', type: ACCOUNT_UNUSED_ACCESS'),
    refused('analyzer-types'),
  ],
  [rule('archiveRules: {}'), declared(), []],
  [rule('archiveRules: {}'), archiving(notPublic), []],
  [rule('archiveRules: {}'), archiving(bucket), refused('archive-rules')],
  [rule('archiveRules: {}'), archiving("isPublic: { eq: ['true'] }"), refused('archive-rules')],
  [
    rule('archiveRules: {}'),
    archiving("isPublic: { eq: ['false', 'true'] }"),
    refused('archive-rules'),
  ],
  [rule('archiveRules: {}'), archiving("IsPublic: { eq: ['false'] }"), refused('archive-rules')],
  [rule('archiveRules: {}'), archiving("isPublic: { neq: ['true'] }"), refused('archive-rules')],
  [rule('archiveRules: { mayHidePublic: true }'), archiving(bucket), []],
  [rule('archiveRules: {}'), archiving(bucket, 'ACCOUNT_UNUSED_ACCESS'), []],
  [rule('archiveRules: { narrowedBy: [resource] }'), archiving(`${notPublic}, ${bucket}`), []],
  [
    rule('archiveRules: { narrowedBy: [resource, principal.AWS] }'),
    archiving(`${notPublic}, resource: { contains: [':'] }`),
    refused('archive-rules'),
  ],
  [
    rule('archiveRules: { narrowedBy: [resource] }'),
    archiving(`${notPublic}, resource: { exists: true }`),
    refused('archive-rules'),
  ],
  [
    rule('archiveRules: { narrowedBy: [resource] }'),
    archiving(`${notPublic}, resource: { eq: ['*'] }`),
    refused('archive-rules'),
  ],
  [
    rule('archiveRules: { narrowedBy: [constructor] }'),
    archiving(notPublic),
    refused('archive-rules'),
  ],
  ['names: { analyzers: [out] }', declared(), []],
  ['names: { analyzers: [in] }', declared(), refused('name')],
])('%s: %s', async (rules, manifest, expected) => {
  expect(outlineOf(await judge(rules, manifest))).toEqual(expected);
  expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
});

interface Analyzer {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly unusedAccessAge?: number;
  readonly tags: Record<string, string>;
}

describe('the last one of a region', () => {
  const anAnalyzer = (name: string, type = 'ACCOUNT', region = 'us-east-1'): Analyzer => ({
    arn: `arn:aws:access-analyzer:${region}:111122223333:analyzer/${name}`,
    name,
    type,
    status: 'ACTIVE',
    ...(type.includes('UNUSED') ? { unusedAccessAge: 90 } : {}),
    tags: mark(`analyzer/${region}/${name}`),
  });
  const out = anAnalyzer('out');
  const unused = anAnalyzer('unused', 'ACCOUNT_UNUSED_ACCESS');
  const partsWith = (...list: readonly Analyzer[]) => ({
    analyzers: { 'us-east-1': known(list) },
    archiveRules: { 'us-east-1': known({}) },
    userCredentials: {},
  });
  const kept = 'groups: { g: {} }\n';

  it.each<[string, string, string, ReturnType<typeof partsWith>, readonly string[]]>([
    ['goes', rule('required: [us-east-1]'), kept, partsWith(out), refused('required-analyzers')],
    ['goes where none is required', rule('required: [eu-*]'), kept, partsWith(out), []],
    [
      'goes, and another stays',
      rule("required: ['*']"),
      kept,
      partsWith(out, { ...anAnalyzer('b'), tags: {} }),
      [],
    ],
    [
      'goes, and another comes',
      rule("required: ['*']"),
      declared(', type: ORGANIZATION', 'us-east-1', 'new'),
      partsWith(out),
      [],
    ],
    [
      'goes, and only another kind stays',
      rule("required: ['*']"),
      kept,
      partsWith(out, { ...unused, tags: {} }),
      refused('required-analyzers'),
    ],
    [
      'becomes another kind',
      rule("required: ['*']"),
      declared(', type: ACCOUNT_UNUSED_ACCESS'),
      partsWith(out),
      refused('required-analyzers'),
    ],
    ['is of another kind', rule("required: ['*']"), kept, partsWith(unused), []],
    [
      'and the one before it go together',
      rule("required: ['*']"),
      kept,
      partsWith(out, anAnalyzer('b')),
      ['required-analyzers analyzer/us-east-1/out', 'required-analyzers analyzer/us-east-1/b'],
    ],
  ])('%s', async (_, rules, manifest, parts, expected) => {
    const refusals = await judge(rules, manifest, { parts, prune: true });
    expect(outlineOf(refusals).toSorted()).toEqual([...expected].toSorted());
  });
});
