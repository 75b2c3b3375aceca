import { expect, it } from 'vitest';
import { describeResource } from './describe-resources.ts';

it.each([
  ['*', 'every resource'],
  ['arn:aws:s3:::data', 'bucket data'],
  ['arn:aws:s3:::data/*', 'the objects of bucket data'],
  ['arn:aws:s3:::data/in/*', 'objects in/* of bucket data'],
  // The star runs over the slash.
  ['arn:aws:s3:::data-*', 'buckets data-* with their objects'],
  ['arn:aws:s3:::data-*/*', 'the objects of buckets data-*'],
  ['arn:aws:s3:::data-*/in/*', 'arn:aws:s3:::data-*/in/*'],
  ['arn:aws:s3:::*', 'every bucket and object of S3'],
  [
    'arn:aws:s3:us-east-1:111122223333:accesspoint/x',
    'arn:aws:s3:us-east-1:111122223333:accesspoint/x',
  ],
  ['arn:aws-cn:s3:::data', 'arn:aws-cn:s3:::data'],
  ['arn:*:s3:::data', 'arn:*:s3:::data'],
  ['arn:aws:iam::111122223333:role/app', 'role app of account 111122223333'],
  ['arn:aws:iam::111122223333:role/*', 'every role of account 111122223333'],
  ['arn:aws:iam::*:role/app', 'arn:aws:iam::*:role/app'],
  ['arn:aws:iam::111122223333:*', 'arn:aws:iam::111122223333:*'],
  ['arn:aws:sqs:us-east-1:111122223333:q', 'arn:aws:sqs:us-east-1:111122223333:q'],
  ['no arn', 'no arn'],
])('%s', (pattern, expected) => {
  expect(describeResource(pattern)).toBe(expected);
});
