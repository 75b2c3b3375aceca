import { describe, expect, it } from 'vitest';
import { bundledActionData } from './bundled-action-data.ts';
import { actionDataFromServiceReference } from './service-reference.ts';

const document = {
  Name: 's3',
  Actions: [
    {
      Name: 'GetObject',
      ActionConditionKeys: ['s3:authType'],
      Annotations: {
        Properties: {
          IsList: false,
          IsPermissionManagement: false,
          IsTaggingOnly: false,
          IsWrite: false,
        },
      },
      Resources: [{ Name: 'object' }],
    },
    { Name: 'PutNew', Annotations: { Properties: { IsWrite: true } } },
    { Name: 7 },
  ],
  ConditionKeys: [
    { Name: 's3:authType', Types: ['String'] },
    { Name: 's3:Many/${TagKey}', Types: ['ArrayOfString'] },
    'broken',
  ],
  Resources: [
    {
      Name: 'object',
      ARNFormats: ['arn:${Partition}:s3:::${BucketName}/${ObjectName}'],
      ConditionKeys: ['s3:Many/${TagKey}'],
    },
  ],
  Version: 'v1.4',
};

describe('actionDataFromServiceReference', () => {
  const data = actionDataFromServiceReference([document, null, 'x', {}], '2026-11-01');

  it('takes the service from the document', () => {
    const s3 = data.service('S3');
    expect(data.date).toBe('2026-11-01');
    expect(s3?.actions.map(({ name }) => name)).toEqual(['GetObject', 'PutNew']);
    expect(s3?.action('getobject')).toEqual({
      name: 'GetObject',
      accessLevel: 'Read',
      resourceTypes: ['object'],
      conditionKeys: ['s3:authType', 's3:Many/${TagKey}'],
      ownConditionKeys: ['s3:authType'],
    });
    expect(s3?.action('PutNew')?.accessLevel).toBe('Write');
    expect(s3?.conditionKey('s3:many/x')).toMatchObject({ type: 'String', multivalued: true });
  });

  it('takes other services and global keys from the bundled data', () => {
    expect(data.service('iam')).toBe(bundledActionData().service('iam'));
    expect(data.globalKey('aws:SourceIp')?.type).toBe('IpAddress');
    expect(data.services).toEqual(bundledActionData().services);
  });
});
