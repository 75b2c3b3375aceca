import { describe, expect, it } from 'vitest';
import { compareRepository, verdictOf } from './compare-repository.ts';
import { aPlan } from './testing/plan.fixture.ts';
import { appTemplate, edited } from './testing/templates.fixture.ts';

function compared(old: Record<string, string>, next: Record<string, string>) {
  return compareRepository(new Map(Object.entries(old)), new Map(Object.entries(next)));
}

function brief(old: Record<string, string>, next: Record<string, string>) {
  return compared(old, next).map(({ address, aspect, change, result }) =>
    [address, aspect, change, result.verdict].join(' '),
  );
}

const role = 'app.yaml#AppRole permissions kept';

describe('templates of CloudFormation', () => {
  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['nothing', [], []],
    ['a comment', [['Description: An', 'Description: My']], []],
    [
      'a description of a parameter',
      [['Type: String, Default: dev', 'Type: String, Default: dev, Description: d']],
      [],
    ],
    ['a longer path', [['${Data}/*', '${Data}/public/*']], [`${role} none`]],
    ['the long form', [['!GetAtt Table.Arn\n', '{Fn::GetAtt: [Table, Arn]}\n']], []],
    [
      'a join for a substitution',
      [['!Join ["/", [!GetAtt Table.Arn, "index/*"]]', '!Sub "${Table.Arn}/index/*"']],
      [],
    ],
    ['another action', [['[s3:GetObject]', '[s3:GetObject, s3:PutObject]']], [`${role} grants`]],
    ['another resource', [['- !GetAtt Table.Arn\n', '- !GetAtt Data.Arn\n']], [`${role} grants`]],
    [
      'another resource, within a known one',
      [
        [
          'Resource: !Sub "arn:aws:s3:::${Data}/*"',
          'Resource: !Sub "arn:aws:s3:::${Data}/${Stage}/*"',
        ],
      ],
      [`${role} grants`],
    ],
    ['another condition of a Deny', [['- IsProd\n', '- IsTest\n']], [`${role} grants`]],
    [
      'the meaning of a condition',
      [['[!Ref Stage, prod]', '[!Ref Stage, test]']],
      [`${role} grants`],
    ],
    [
      'a Deny lifted',
      [
        [
          '- Effect: Deny\n                  Action: s3:DeleteObject',
          '- Effect: Deny\n                  Action: s3:DeleteBucket',
        ],
      ],
      [`${role} grants`],
    ],
    [
      'who may assume',
      [['lambda.amazonaws', 'ec2.amazonaws']],
      ['app.yaml#AppRole trust kept grants'],
    ],
    ['a managed policy less', [['        - !Ref Shared\n', '']], [`${role} none`]],
    ["the role's managed policy", [['/app/*', '*']], [`${role} grants`]],
    [
      'a policy that is elsewhere',
      [['- !Ref Shared\n', '- !Ref Shared\n        - arn:aws:iam::aws:policy/ReadOnlyAccess\n']],
      [`${role} unread`],
    ],
    [
      'an administrator',
      [
        [
          '- !Ref Shared\n',
          '- !Ref Shared\n        - arn:aws:iam::aws:policy/AdministratorAccess\n',
        ],
      ],
      [`${role} grants`],
    ],
    [
      'a boundary',
      [['      Policies:', '      PermissionsBoundary: !Ref Shared\n      Policies:']],
      [`${role} none`],
    ],
    [
      'another bucket',
      [['Bucket: !Ref Data', 'Bucket: !Ref Other']],
      [
        'app.yaml#Data resource-policy removed grants',
        'app.yaml#Other resource-policy added grants',
      ],
    ],
    [
      'another principal',
      [['role/reader', 'role/*']],
      ['app.yaml#Data resource-policy kept grants'],
    ],
    [
      'a condition more',
      [
        [
          '            Action: s3:GetObject\n            Resource: !Sub "${Data.Arn}/*"',
          '            Action: s3:GetObject\n            Condition: {StringEquals: {"aws:PrincipalAccount": !Ref AWS::AccountId}}\n            Resource: !Sub "${Data.Arn}/*"',
        ],
      ],
      ['app.yaml#Data resource-policy kept none'],
    ],
    [
      'a macro',
      [['Description:', 'Transform: Mine\nDescription:']],
      ['app.yaml permissions kept unread'],
    ],
  ])('%s', (_, edits, expected) => {
    expect(
      brief({ 'app.yaml': appTemplate }, { 'app.yaml': edited(appTemplate, ...edits) }),
    ).toEqual(expected);
  });

  it('asks whether a name that policies rest on is still the same', () => {
    const renamed = edited(appTemplate, ['app-${Stage}-data', 'other-${Stage}-data']);
    expect(brief({ 'app.yaml': appTemplate }, { 'app.yaml': renamed })).toContain(`${role} grants`);
    const parameter = edited(appTemplate, ['Default: dev', 'Default: "*"']);
    expect(brief({ 'app.yaml': appTemplate }, { 'app.yaml': parameter })).toContain(
      `${role} grants`,
    );
  });

  it('grants nothing by moving a statement to a managed policy of the same role', () => {
    const statement =
      '              - Sid: Query\n                Effect: Allow\n                Action: dynamodb:Query\n                Resource:\n                  - !GetAtt Table.Arn\n                  - !Join ["/", [!GetAtt Table.Arn, "index/*"]]\n';
    const moved = edited(
      appTemplate,
      [statement, ''],
      [
        '        Statement:\n          - Effect: Allow\n            Action: logs',
        `        Statement:\n${statement}          - Effect: Allow\n            Action: logs`,
      ],
    ).replace(`Statement:\n${statement}`, `Statement:\n${statement.replaceAll(/^ {4}/gm, '')}`);
    expect(brief({ 'app.yaml': appTemplate }, { 'app.yaml': moved })).toEqual([`${role} none`]);
  });

  it('grants nothing by moving a file', () => {
    expect(brief({ 'a.yaml': appTemplate }, { 'iam/b.yaml': appTemplate })).toEqual([]);
    expect(
      brief({}, { 'iam/b.yaml': appTemplate }).filter((one) => one.endsWith('grants')),
    ).toHaveLength(3);
  });

  it('lets a conditional policy be a part of the answer', () => {
    const attached = (condition: string) =>
      `${appTemplate}  More:\n    Type: AWS::IAM::Policy\n${condition}    Properties:\n      PolicyName: more\n      Roles: [!Ref AppRole]\n      PolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sns:*", Resource: "*"}]}\n`;
    const always = attached('');
    const sometimes = attached('    Condition: IsProd\n');
    expect(brief({ 'app.yaml': always }, { 'app.yaml': sometimes })).toEqual([`${role} none`]);
    expect(brief({ 'app.yaml': sometimes }, { 'app.yaml': always })).toEqual([`${role} grants`]);
  });

  it('has nothing to say of a policy that AWS gives a new key', () => {
    const key = `${appTemplate}  Key:\n    Type: AWS::KMS::Key\n`;
    const open = `${key}    Properties: {KeyPolicy: {Statement: [{Effect: Allow, Principal: "*", Action: "*", Resource: "*"}]}}\n`;
    expect(brief({ 'app.yaml': appTemplate }, { 'app.yaml': key })).toEqual([]);
    expect(brief({ 'app.yaml': key }, { 'app.yaml': open })).toEqual([
      'app.yaml#Key resource-policy kept grants',
    ]);
    expect(brief({ 'app.yaml': open }, { 'app.yaml': key })).toEqual([
      'app.yaml#Key resource-policy kept none',
    ]);
  });

  it('says where the statements stand', () => {
    const next = edited(appTemplate, ['dynamodb:Query', 'dynamodb:*']);
    const [one] = compared({ 'app.yaml': appTemplate }, { 'app.yaml': next });
    if (one?.result.verdict !== 'grants') throw new Error('Nothing is granted.');
    const [by] = one.result.witness.allowedBy;
    const place = by && one.places.new[by.policy]?.[by.statement];
    const line = next.split('\n').findIndex((text) => text.includes('Sid: Query')) + 1;
    expect(place).toEqual({ file: 'app.yaml', line, column: 17 });
  });
});

const allow = (action: string) => ({ Effect: 'Allow', Action: action, Resource: '*' });
const deny = (action: string) => ({ Effect: 'Deny', Action: action, Resource: '*' });
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const plain = (...statements: readonly object[]) => JSON.stringify(document(...statements));

describe('plans of Terraform', () => {
  const read = { inline: document(allow('logs:*')), managed: document(allow('s3:GetObject')) };
  const address = 'plan.json#module.app.aws_iam_role.this';

  it.each<[string, string, readonly string[]]>([
    ['nothing', aPlan({ before: read, after: read }), []],
    [
      'moved',
      aPlan({
        before: read,
        after: { inline: document(allow('s3:GetObject')), managed: document(allow('logs:*')) },
      }),
      [],
    ],
    [
      'more',
      aPlan({ before: read, after: { ...read, managed: document(allow('s3:*')) } }),
      [`${address} permissions kept grants`],
    ],
    [
      'a Deny that the role still shows',
      aPlan({
        before: { ...read, inline: document(allow('logs:*'), deny('s3:GetObject')) },
        after: read,
      }),
      [`${address} permissions kept grants`],
    ],
    [
      'known after apply',
      aPlan({ before: read, after: read, isUnknown: true }),
      [`${address} permissions kept unread`],
    ],
    [
      'new',
      aPlan({ before: null, after: read }),
      [`${address} permissions added grants`, `${address} trust added grants`],
    ],
  ])('%s', (_, plan, expected) => {
    expect(brief({}, { 'plan.json': plan })).toEqual(expected);
    // A plan says itself what was before.
    expect(brief({ 'plan.json': plan }, { 'plan.json': plan })).toEqual(expected);
  });
});

it('sees policies of a role that its configuration does not name', () => {
  const plan = (action: string) => {
    const role = (policy: object) => ({
      name: 'app',
      inline_policy: [{ name: 'a', policy: JSON.stringify(policy) }],
    });
    return JSON.stringify({
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_iam_role.app',
          type: 'aws_iam_role',
          change: {
            actions: ['update'],
            before: role(document(allow('s3:Get*'))),
            after: role(document(allow(action))),
            after_unknown: {},
          },
        },
      ],
      configuration: {
        root_module: { resources: [{ address: 'aws_iam_role.app', expressions: { name: {} } }] },
      },
    });
  };
  expect(brief({}, { 'p.json': plan('s3:*') })).toEqual([
    'p.json#aws_iam_role.app permissions kept grants',
  ]);
  expect(brief({}, { 'p.json': plan('s3:GetObject') })).toEqual([
    'p.json#aws_iam_role.app permissions kept none',
  ]);
});

describe('documents on their own', () => {
  it.each<[string, Record<string, string>, Record<string, string>, readonly string[]]>([
    [
      'the same in other words',
      { 'a.json': plain(allow('s3:*')) },
      { 'a.json': `${plain(allow('s3:*'))}\n` },
      [],
    ],
    [
      'less',
      { 'a.json': plain(allow('s3:*')) },
      { 'a.json': plain(allow('s3:Get*')) },
      ['a.json permissions kept none'],
    ],
    [
      'more',
      { 'a.json': plain(allow('s3:Get*')) },
      { 'a.json': plain(allow('s3:*')) },
      ['a.json permissions kept grants'],
    ],
    [
      'a Deny less, of what others may allow',
      { 'a.json': plain(deny('s3:*')) },
      { 'a.json': plain(deny('s3:Get*')) },
      ['a.json permissions kept grants'],
    ],
    ['gone', { 'a.json': plain(allow('s3:*')) }, {}, ['a.json permissions removed none']],
    ['moved', { 'a.json': plain(allow('s3:*')) }, { 'b.json': plain(allow('s3:*')) }, []],
    [
      'broken',
      { 'a.json': plain(allow('s3:*')) },
      { 'a.json': '{"Statement": [' },
      ['a.json permissions kept unread', 'a.json permissions removed none'],
    ],
    [
      'unclear',
      { 'a.json': plain(allow('s3:*')) },
      { 'a.json': plain({ Effect: 'Permit' }) },
      ['a.json permissions kept undecided'],
    ],
    [
      'list items that changed their places',
      {
        'a.json': JSON.stringify([document(allow('*')), document(allow('s3:Get*'))]),
      },
      {
        'a.json': JSON.stringify([document(allow('s3:*'))]),
      },
      [
        'a.json#0 permissions added grants',
        'a.json#0 permissions removed none',
        'a.json#1 permissions removed none',
      ],
    ],
  ])('%s', (_, old, next, expected) => {
    expect(brief(old, next)).toEqual(expected);
  });

  it('sums up', () => {
    const of = (old: string, next: string) =>
      verdictOf(compared({ 'a.json': old }, { 'a.json': next }));
    expect(of(plain(allow('s3:*')), plain(allow('s3:*')))).toBe('none');
    expect(of(plain(allow('s3:Get*')), plain(allow('s3:*')))).toBe('grants');
    expect(of(plain(allow('s3:Get*')), '{')).toBe('undecided');
  });
});
