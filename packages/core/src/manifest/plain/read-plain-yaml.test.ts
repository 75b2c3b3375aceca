import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { placesIn } from '../yaml-places.ts';
import { parseAnyYaml, parseYaml } from '../yaml-source.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

const samples = [
  'version: 1\nscope: platform\naccount: "111122223333"\ninclude: [roles/*.yaml]\n',
  `# What the teams use.
roles:
  deployer:                       # of the pipeline
    description: Puts what was built in place (eu-west-1 only)
    trust:
      Statement:
        - Effect: Allow
          Principal: { Service: lambda.amazonaws.com }
          Action: sts:AssumeRole
          Condition:
            StringEquals: { "aws:SourceAccount": "111122223333" }
    managedPolicies:
    - ReadOnlyAccess

    # Ours.
    - service-role/AWSLambdaBasicExecutionRole
    inlinePolicies:
      'data of all':
        Version: 2012-10-17
        Statement:
          -
            Effect: Allow
            Action: [s3:GetObject, s3:PutObject,
              "dynamodb:Query"]
            Resource: arn:aws:s3:::bucket-{{account}}/*
  reader: {trust: {Statement: []}, tags: {}, maxSessionDuration: 3600}
prune:
  enabled: true
  allowEmpty: false
`,
  '{"roles": {"a": {"tags": {"team": "b"}, "adopt": true}},\n"users": {},\n\n"list": [1, 0, [2]]\n}\n',
  '- a\n- b: c\n  d:\n    e: f\n-\n  - g\n  - arn:aws:iam::1:role/x\n- [ h ]',
  'a: b#c\nd  e: (f)  g # h\ni:j:k: x::y\n$l: _m\n',
  'constructor: 1\ntoString: 2\nhasOwnProperty: Null and void\n"1": 10.0.0.0/8\n',
];

const everything = Number.POSITIVE_INFINITY;

/** A list in a list, so deep. */
function dashes(count: number): string {
  return Array.from({ length: count }, (_, column) => `${' '.repeat(column)}-`).join('\n');
}

/** What the library makes of a text. */
function readWithLibrary(text: string) {
  const { diagnostics, value } = parseAnyYaml('a.yaml', text);
  const options = { prettyErrors: false, uniqueKeys: false };
  return {
    faults: diagnostics.length,
    value,
    place: placesIn(parseDocument(text, options).contents, everything),
  };
}

describe('readPlainYaml', () => {
  it.each(samples)('reads as the library does: %j', (text) => {
    expect({ faults: 0, ...readPlainYaml(text, everything) }).toEqual(readWithLibrary(text));
  });

  it.each([
    ['nothing', ''],
    ['a comment only', '# a\n'],
    ['a text', 'a\n'],
    ['no value', 'a:\nb: 1\n'],
    ['no item', '-\n- a\n'],
    ['null', 'a: null\n'],
    ['True', 'a: True\n'],
    ['a number with a zero', 'a: 012345678901\n'],
    ['a number with an end', 'a: 1.10\n'],
    ['a number that is too long', 'a: 12345678901234567890\n'],
    ['a number in the way of science', 'a: 1e3\n'],
    ['a number of sixteen', 'a: 0xFF\n'],
    ['a number of eight', 'a: 0o17\n'],
    ['a number as a key', '1: a\n'],
    ['a key that stands twice', 'a: 1\nb: 2\n"a": 3\n'],
    ['one within brackets', 'a: {b: 1, b: 2}\n'],
    ['a name with a meaning', '__proto__: a\n'],
    ['an anchor', 'a: &b c\nd: *b\n'],
    ['a merge', 'a: &b {c: d}\ne:\n  <<: *b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a text of several lines', 'a: b\n  c\n'],
    ['one that is folded', 'a: >\n  b\n'],
    ['one in quotes', 'a: "b\n  c"\n'],
    ['an escape', 'a: "\\n"\n'],
    ['a doubled quote', "a: 'b''c'\n"],
    ['a comment within brackets', 'a: [b, # c\n  d]\n'],
    ['brackets left of their key', 'a:\n  b: [c,\n d]\n'],
    ['no bracket at the end', 'a: [b\n'],
    ['a comma too many', 'a: [b,]\n'],
    ['a pair in a list', 'a: [b: c]\n'],
    ['a colon before a bracket', 'a: [b:]\n'],
    ['a brace within brackets', 'a: [b{{c}}]\n'],
    ['a list as a key', '[a]: b\n'],
    ['a key of its own line', '? a\n: b\n'],
    ['two colons', 'a: b: c\n'],
    ['a dash beside a key', 'a: - b\n'],
    ['an item below a text', 'a: b\n- c\n'],
    ['a line between two columns', 'a:\n    b: 1\n  c: 2\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a directive', '%YAML 1.1\n---\na: b\n'],
    ['a tab', 'a:\tb\n'],
    ['lines that end as in Windows', 'a: b\r\n'],
    ['a mark of the byte order', '\uFEFFa: b\n'],
    ['a long key', `${'a'.repeat(1_030)}: b\n`],
    ['a very long line', `a: ${'b '.repeat(5_000_000)}\n`],
    ['deep brackets', `a: ${'['.repeat(50_000)}\n`],
    ['deep lists', `${dashes(200)} a`],
  ])('leaves %s to the library', (_what, text) => {
    expect(readPlainYaml(text, 3)).toBeUndefined();
  });

  it('keeps places as deep as they are asked for', () => {
    const text = 'a:\n  b: [c]\n';
    const b = { at: 8, keyAt: 5 };
    expect(readPlainYaml(text, 0)?.place).toEqual({ at: 0 });
    expect(readPlainYaml(text, 2)?.place).toEqual({
      at: 0,
      parts: new Map([['a', { at: 5, keyAt: 0, parts: new Map([['b', b]]) }]]),
    });
  });

  it('never reads an altered file otherwise than the library', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const altered = edits.reduce(applyEdit, text);
        const plain = readPlainYaml(altered, everything);
        if (plain === undefined) return;
        read++;
        expect({ faults: 0, ...plain }).toEqual(readWithLibrary(altered));
      }),
      { seed: 20261121, numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(300);
  });
});

it('says the same line and column, whoever reads', () => {
  const [, text = ''] = samples;
  const plain = parseYaml('a.yaml', text);
  const any = parseAnyYaml('a.yaml', `${text}last: &a b\n`);
  const paths = [[], ['roles', 'reader'], ['roles', 'deployer', 'managedPolicies', 1], ['none']];
  for (const path of paths) {
    expect(plain.locate(path)).toEqual(any.locate(path));
    expect(plain.locateKey(path)).toEqual(any.locateKey(path));
  }
  expect(plain.locate(['roles', 'reader'])).toEqual({ file: 'a.yaml', line: 26, column: 11 });
});

const signs = [
  ...' \n:-#,[]{}"\'&*!|>%@?`~.01eé',
  ...['\n  ', '\n- ', ': ', '- ', ' #', '\n # c\n', 'a: b\n', '[a]', '{a: b}', 'null', '1.0'],
];

/** At a share of the text: so many characters out, and others in. */
const edit = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.nat(3),
  into: fc.oneof(fc.constant(''), fc.constantFrom(...signs)),
});

interface Edit {
  readonly share: number;
  readonly out: number;
  readonly into: string;
}

function applyEdit(text: string, { share, out, into }: Edit): string {
  const at = Math.floor(share * text.length);
  return text.slice(0, at) + into + text.slice(at + out);
}
