/** A statement that no rule about the form of documents objects to, with `changes` on top. */
export function identityPolicy(changes: object = {}): object {
  return { Version: '2012-10-17', Statement: [{ ...readObjects, ...changes }] };
}

export function resourcePolicy(changes: object = {}): object {
  const principal = { AWS: 'arn:aws:iam::210987654321:role/reader' };
  return {
    Version: '2012-10-17',
    Statement: [{ ...readObjects, Principal: principal, ...changes }],
  };
}

export function trustPolicy(changes: object = {}): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: 'arn:aws:iam::210987654321:root' },
        ...changes,
      },
    ],
  };
}

/** A policy whose one statement has this Condition. */
export function withCondition(condition: object): object {
  return identityPolicy({ Condition: condition });
}

const readObjects = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
};
