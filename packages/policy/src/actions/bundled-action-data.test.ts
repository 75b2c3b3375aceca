import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundledActionData } from './bundled-action-data.ts';
import { retiredServices } from './retired-services.ts';

const data = bundledActionData();

describe('bundled action data', () => {
  it('is small enough for a browser', () => {
    const file = readFileSync(new URL('../../data/action-data.gen.json', import.meta.url));
    expect(gzipSync(file).length).toBeLessThan(250_000);
  });

  it('knows services, actions, resource types and keys', () => {
    expect(data.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(data.services.length).toBeGreaterThan(450);
    const object = data.service('S3')?.action('GETOBJECT');
    expect(object?.name).toBe('GetObject');
    expect(object?.accessLevel).toBe('Read');
    expect(object?.resourceTypes).toContain('object');
    const bucket = data.service('s3')?.resourceTypes.find(({ name }) => name === 'bucket');
    expect(bucket?.arn).toBe('arn:${Partition}:s3:::${BucketName}');
    expect(data.service('iam')?.action('PassRole')?.ownConditionKeys).toContain(
      'iam:PassedToService',
    );
    expect(data.service('sns')?.action('GetTopicAttributes')?.conditionKeys).toContain(
      'aws:ResourceTag/${TagKey}',
    );
    expect(data.service('sns')?.action('GetTopicAttributes')?.ownConditionKeys).toEqual([]);
  });

  it.each([
    ['aws:SourceArn', 'Arn', false],
    ['AWS:tagkeys', 'String', true],
    ['aws:ResourceTag/a/b', 'String', false],
    ['aws:SourceIp', 'IpAddress', false],
  ])('global key %s', (key, type, multivalued) => {
    expect(data.globalKey(key)).toMatchObject({ type, multivalued });
  });

  it.each([
    ['s3', 's3:existingobjecttag/a', 's3:ExistingObjectTag/${TagKey}'],
    ['secretsmanager', 'secretsmanager:ResourceTag/a', 'secretsmanager:ResourceTag/${TagKey}'],
    ['kms', 'kms:EncryptionContext:a', 'kms:EncryptionContext:${EncryptionContextKey}'],
    ['codebuild', 'codebuild:fileSystemLocations/x.type', undefined],
    ['s3', 's3:ExistingObjectTag/', undefined],
    ['s3', '__proto__', undefined],
  ])('key of %s: %s', (service, key, expected) => {
    const found = data.service(service)?.conditionKey(key);
    if (key.endsWith('.type')) expect(found?.key).toMatch(/\.type$/);
    else expect(found?.key).toBe(expected);
  });

  it('keeps retired services, without their actions', () => {
    for (const prefix of retiredServices.keys()) expect(data.services).toContain(prefix);
    expect(data.service('deeplens')).toMatchObject({ retired: true, actions: [] });
    expect(data.service('s3')?.retired).toBe(false);
  });

  it.each(['', '__proto__', 'constructor', 'nosuch', 's3:'])('has no service %j', (prefix) => {
    expect(data.service(prefix)).toBeUndefined();
  });

  it('knows which services resource control policies bind', () => {
    expect(data.service('s3')?.supportsResourceControl).toBe(true);
    expect(data.service('ec2')?.supportsResourceControl).toBe(false);
  });
});
