import fc from 'fast-check';

const words = [
  ...['Version', 'Id', 'Statement', 'Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action'],
  ...['NotAction', 'Resource', 'NotResource', 'Condition', 'AWS', 'Service', 'Federated'],
  ...['StringEquals', 'ForAllValues:StringLike', 'Bool', 'NullIfExists', 'IpAddress', 'DateEquals'],
  ...['NumericLessThan', 'aws:SourceIp', 'AWS:sourceip', 'aws:CurrentTime', 'unknown', '__proto__'],
];
const texts = [
  ...[
    '',
    '*',
    '?',
    'Allow',
    'Deny',
    'allow',
    '2012-10-17',
    '2008-10-17',
    's3:Get*',
    's3:GetObject',
  ],
  ...['arn:aws:s3:::a*', 'arn:aws:s3:::ab', 'arn:aws:iam::12:role/x', 'arn:', '${aws:username}'],
  ...['${', '${}', '10.0.0.1/8', 'AROAJQABLZS4A3QDU576Q', 'true', '2021', '\ud800', 'ü–'],
];

const scalar = fc.oneof(fc.constantFrom(...texts), fc.integer(), fc.boolean(), fc.constant(null));

const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    scalar,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...words), tie('node'), { maxKeys: 6 }),
  ),
}));

const statement = fc.dictionary(fc.constantFrom(...words), node, { maxKeys: 8 });

/** JSON that resembles a policy: every element in every place, with values of every type. */
export const policyLike: fc.Arbitrary<object> = fc.record({
  Version: node,
  Statement: fc.oneof(node, statement, fc.array(statement, { maxLength: 4 })),
});
