import type { ActionData, KeyData, KeyType } from '../../actions/action-data.ts';

/** Few words, so that random policies and requests meet often. */
export const actionPatterns: readonly string[] = [
  's3:a',
  'S3:A',
  's3:ab',
  's3:b',
  's3:*b',
  's3:a*',
  's3:*',
  '?3:a*',
  's3:?',
  's3:??',
  '*:a',
  '*',
  'ec2:a',
];

export const actions: readonly string[] = [
  's3:a',
  's3:ab',
  's3:b',
  's3:abb',
  's3:Bb',
  's3:ba',
  's3:',
  'x3:a',
  'ec2:a',
  'ec2:ab',
];

/** Six fields each, or the star: patterns that AWS documents. */
export const resourcePatterns: readonly string[] = [
  '*',
  '**',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::?',
  'arn:aws:s3:::*',
  'arn:aws:s3:*:*:a',
  'arn:aws:s3:::::a',
  'arn:*:s3:::*/b',
  'arn:aws:s3:::a:*:b',
  'arn:aws:*:?:*:a*b',
];

export const shortResourcePatterns: readonly string[] = [
  'arn:aws:s3',
  'arn:aws:*:a',
  'arn:*',
  '*a',
  'a',
];

export const variableResourcePatterns: readonly string[] = [
  'arn:aws:s3:::${aws:username}',
  'arn:aws:s3:::a/${aws:username}/*',
  "arn:aws:s3:::${k:text, 'a'}",
  'arn:aws:s3:::${k:text}',
  "arn:aws:s3:::${k:text, 'b'}",
  "arn:aws:s3:::a/${aws:username, 'a'}/*",
  'arn:aws:s3:${k:text}::a',
  'arn:aws:s3:::${*}${aws:TagKeys}',
];

export const resources: readonly string[] = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::b',
  'arn:aws:s3:::a/b',
  'arn:aws:s3:::a/a/b',
  'arn:aws:s3:::ab',
  'arn:aws:s3:::a:b:b',
  'arn:aws:s3:x:1:a',
  'arn:aws:s3:::::a',
  'arn:x:s3:::a/b',
  'arn:aws:ec2:x::acb',
];

const account = '111122223333';
const iam = `arn:aws:iam::${account}`;
const sts = `arn:aws:sts::${account}`;
const china = `arn:aws-cn:iam::${account}`;

/** As policies name principals: element and value. */
export const principalEntries: readonly (readonly [string, string])[] = [
  ['AWS', '*'],
  ['AWS', account],
  ['AWS', `${iam}:root`],
  ['AWS', '444455556666'],
  ['AWS', `${iam}:user/bob`],
  ['AWS', `${iam}:user/p/eve`],
  ['AWS', `${iam}:role/a`],
  ['AWS', `${iam}:role/p/b`],
  ['AWS', `${sts}:assumed-role/a/s1`],
  ['AWS', `${sts}:assumed-role/a/session`],
  ['AWS', `${sts}:assumed-role/b/s1`],
  ['AWS', `${sts}:federated-user/f`],
  ['AWS', 'AIDAX'],
  ['AWS', 'AROAX'],
  ['Service', 'ec2.amazonaws.com'],
  ['Service', 'lambda.amazonaws.com'],
  ['AWS', `${china}:root`],
  ['AWS', `${china}:role/a`],
  ['Federated', 'graph.facebook.com'],
  ['Federated', `${iam}:saml-provider/x`],
  ['CanonicalUser', 'c'.repeat(64)],
];

/** Those that AWS takes in reference policies only. */
export const wildPrincipalEntries: readonly (readonly [string, string])[] = [
  ['AWS', '**'],
  ['AWS', 'arn:aws:iam::*:root'],
  ['AWS', `arn:*:iam::${account}:root`],
  ['AWS', `${iam}:role/*`],
  ['AWS', `${iam}:role/p/*`],
  ['AWS', `${iam}:role/*b`],
  ['AWS', 'arn:aws:iam::*:role/a'],
  ['AWS', `${iam}:user/?ob`],
  ['AWS', `${iam}:*`],
  ['AWS', `${sts}:assumed-role/*/s?`],
  ['AWS', `${sts}:assumed-role/a*`],
  ['AWS', `${sts}:*`],
  ['AWS', 'arn:*'],
  ['AWS', 'AROA*'],
  ['Service', '*'],
  ['Service', 'e*.amazonaws.com'],
  ['Federated', '*'],
  ['Federated', `${iam}:saml-provider/*`],
  ['CanonicalUser', 'c*'],
];

/** Entries that have something to do with each other. */
export const principalFamilies: readonly ((kind: string, value: string) => boolean)[] = [
  () => true,
  (kind, value) => kind === 'AWS' && /role|root$|^\d|:\*$|^\*|AROA/.test(value),
  (kind, value) => kind === 'AWS' && /role/.test(value),
  (kind, value) => kind === 'AWS' && /user|root$|^\d|:\*$|AIDA/.test(value),
  (kind, value) => kind !== 'AWS' || value.startsWith('*'),
];

export const callers = [
  undefined,
  { kind: 'anonymous' },
  { kind: 'root', account },
  { kind: 'root', account: '444455556666' },
  { kind: 'account', account },
  { kind: 'user', arn: `${iam}:user/bob` },
  { kind: 'user', arn: `${iam}:user/bob`, uniqueId: 'AIDAX' },
  { kind: 'user', arn: `${iam}:user/p/eve` },
  { kind: 'user', arn: `${iam}:user/other`, uniqueId: 'AIDAX' },
  { kind: 'user', arn: 'arn:aws:iam::444455556666:user/bob' },
  { kind: 'role-session', roleArn: `${iam}:role/a` },
  { kind: 'role-session', roleArn: `${iam}:role/a`, sessionArn: `${sts}:assumed-role/a/s1` },
  { kind: 'role-session', roleArn: `${iam}:role/a`, sessionArn: `${sts}:assumed-role/a/s2` },
  { kind: 'role-session', roleArn: `${iam}:role/a`, sessionArn: `${sts}:assumed-role/a/session` },
  { kind: 'role-session', roleArn: `${iam}:role/a`, uniqueId: 'AROAX' },
  {
    kind: 'role-session',
    roleArn: `${iam}:role/a`,
    sessionArn: `${sts}:assumed-role/a/s1`,
    uniqueId: 'AROAX',
  },
  { kind: 'role-session', roleArn: `${iam}:role/p/b`, sessionArn: `${sts}:assumed-role/b/s1` },
  { kind: 'role-session', roleArn: `${iam}:role/p/b` },
  { kind: 'role-session', roleArn: `${iam}:role/b`, sessionArn: `${sts}:assumed-role/b/s1` },
  { kind: 'role-session', roleArn: `${iam}:role/p/x`, sessionArn: `${sts}:assumed-role/x/s3` },
  { kind: 'role-session', roleArn: `${iam}:role/q/ab`, sessionArn: `${sts}:assumed-role/ab/t` },
  { kind: 'role-session', roleArn: 'arn:aws:iam::444455556666:role/a' },
  { kind: 'role-session', roleArn: `${china}:role/a` },
  { kind: 'user', arn: `${china}:user/bob` },
  { kind: 'root', account, partition: 'aws' },
  { kind: 'root', account, partition: 'aws-cn' },
  { kind: 'user', arn: `${iam}:user/rob` },
  { kind: 'role-session', roleArn: `${iam}:role/other`, uniqueId: 'AROAX' },
  { kind: 'federated-user', arn: `${sts}:federated-user/f` },
  { kind: 'federated-user', arn: `${sts}:federated-user/f`, userArn: `${iam}:user/bob` },
  { kind: 'federated-user', arn: `${sts}:federated-user/g`, userArn: `${iam}:user/bob` },
  { kind: 'service', name: 'ec2.amazonaws.com' },
  { kind: 'service', name: 'sns.amazonaws.com' },
  { kind: 'federated', provider: 'graph.facebook.com' },
  { kind: 'federated', provider: `${iam}:saml-provider/x` },
  { kind: 'federated', provider: 'accounts.google.com' },
  { kind: 'canonical-user', id: 'c'.repeat(64) },
  { kind: 'canonical-user', id: 'd'.repeat(64) },
  { kind: 'unrecognised', text: 'AIDAX' },
] as const;

/** Condition keys: of each type, of many values, and unknown ones. */
const keyTypes: Readonly<Record<string, KeyType>> = {
  'aws:username': 'String',
  'aws:TagKeys': 'String',
  'aws:SourceArn': 'Arn',
  'aws:SourceIp': 'IpAddress',
  'aws:CurrentTime': 'Date',
  'aws:SecureTransport': 'Bool',
  's3:max-keys': 'Numeric',
  'k:blob': 'Binary',
};

export const conditionKeys: readonly string[] = [
  ...Object.keys(keyTypes),
  'k:text',
  'k:any',
  'AWS:UserName',
];

/** Those that variables stand for. */
export const textKeys: readonly string[] = ['aws:username', 'k:text', 'AWS:UserName'];

const keyData: ReadonlyMap<string, KeyData> = new Map(
  Object.entries(keyTypes).map(([key, type]) => [
    key.toLowerCase(),
    { key, type, multivalued: key === 'aws:TagKeys' },
  ]),
);

/** Knows the keys, and no service. */
export const testData: ActionData = {
  date: '2026-01-01',
  services: [],
  service: () => undefined,
  globalKey: (key) => keyData.get(key.toLowerCase()),
};

export function keyTypeOf(key: string): KeyType | undefined {
  return keyData.get(key.toLowerCase())?.type;
}

export type Family = 'text' | 'arn' | 'number' | 'date' | 'address' | 'bool' | 'binary' | 'null';

export const operators: Readonly<Record<Family, readonly string[]>> = {
  text: [
    'StringEquals',
    'StringNotEquals',
    'StringLike',
    'StringNotLike',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
  ],
  arn: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
  number: [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  date: [
    'DateEquals',
    'DateNotEquals',
    'DateLessThan',
    'DateLessThanEquals',
    'DateGreaterThan',
    'DateGreaterThanEquals',
  ],
  address: ['IpAddress', 'NotIpAddress'],
  bool: ['Bool'],
  binary: ['BinaryEquals'],
  null: ['Null'],
};

/** Values of policies, those with odd spellings among them, and of requests. */
export const values: Readonly<Record<Family, readonly (string | boolean)[]>> = {
  text: ['a', 'b', 'ab', 'A', 'a*', '*', '?', '?*', '', 'aB'],
  arn: [
    'arn:aws:s3:*:*:a',
    'arn:aws:s3:::a',
    'arn:aws:s3:::*',
    'arn:aws:*:?:*:a',
    'arn:aws:s3:::a:*',
    'arn:aws:s3',
    '**',
  ],
  number: ['1', '2', '5', '1.0', '-1', '1e1', '+5', '1e500', 'x', '9007199254740993'],
  date: [
    '2026-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01T01:00:00+01:00',
    '2026-01-01T00:00:00.0005Z',
    '1767225600',
    '2027',
    '2026-02-30',
    'x',
  ],
  address: [
    '10.0.0.0/8',
    '10.1.0.0/16',
    '10.1.2.3',
    '010.0.0.0/8',
    '::1',
    '2001:db8::/32',
    '0.0.0.0/0',
    '0.0.0.0/4',
    '10.0.0.0/9',
    '1.2.3.4::',
    'x',
  ],
  bool: [true, 'false', 'TRUE', 'x'],
  binary: ['YQ==', 'YQ', 'Yg==', '', 'x'],
  null: [true, false, 'True', 'x'],
};

/** For keys that hold ARNs, compared as texts. */
export const arnTexts: readonly string[] = [
  'arn:aws:s3:::a',
  'arn:aws:s3:*',
  'arn:aws:s3:?::a',
  'arn:aws:s3::?:?',
  'arn:aws:s3:::::a',
  'arn:*:a',
  'ARN:aws:s3:::A',
];

export const variableValues: readonly string[] = [
  '${aws:username}',
  '${k:text}',
  'x${k:text}',
  "${k:text, 'a'}",
  '${aws:TagKeys}',
  '${*}',
  '${k:any}*',
];

/** What requests hold, by the type of the key. */
export const sent = {
  IpAddress: [
    '10.0.0.1',
    '10.1.2.3',
    '10.1.2.4',
    '11.0.0.0',
    '16.0.0.0',
    '10.200.0.0',
    '::1',
    '2001:db8::5',
    '102:304::',
  ],
  Date: [
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.0003Z',
    '2025-12-31T23:59:59Z',
    '2026-06-01',
    '2028-01-01',
    '1767225601',
    '2026-03-02',
    '999999999999',
  ],
  Bool: ['true', 'false'],
  Numeric: ['1', '2', '1.5', '0', '-1', '5', '10', '9007199254740992', '1e600'],
  Binary: ['YQ==', 'Yg==', 'YWI='],
  text: ['a', 'b', 'ab', 'A', 'B', 'AB', 'aab', '*', 'xa', '', 'xb'],
  Arn: [
    'arn:aws:s3:::a',
    'arn:aws:s3:::b',
    'arn:aws:ec2:x:1:a',
    'arn:aws:s3:::::a',
    'arn:aws:s3::::a',
  ],
} as const;
