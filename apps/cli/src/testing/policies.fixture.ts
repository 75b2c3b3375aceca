/** Policies that tests put into files. */
export function policyText(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

export const readStatement = {
  Sid: 'Read',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::prod-data/*',
};

export const deleteStatement = {
  Sid: 'Delete',
  Effect: 'Allow',
  Action: 's3:DeleteObject',
  Resource: 'arn:aws:s3:::prod-data/*',
};

export const denyStatement = { Sid: 'Stop', Effect: 'Deny', Action: 's3:*', Resource: '*' };
