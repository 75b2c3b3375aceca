import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListPolicyVersionsCommand,
} from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { readEntity } from '../collect/entity.ts';
import { newestFirst, readVersion } from '../collect/policies.ts';
import { readTags } from '../collect/tags.ts';
import { getEntity, type IamReader, listAll } from './iam-reader.ts';

const get = 'iam:GetPolicy';
const getVersion = 'iam:GetPolicyVersion';
const listVersions = 'iam:ListPolicyVersions';

export async function readPolicy(
  { iam }: IamReader,
  PolicyArn: string,
): Promise<LiveOf<'policy'> | undefined> {
  const answer = await getEntity(get, () => iam.send(new GetPolicyCommand({ PolicyArn })));
  if (answer === undefined) return undefined;
  const policy = required(answer.Policy, get, 'Policy');
  const VersionId = required(policy.DefaultVersionId, get, 'DefaultVersionId');
  const version = await ask(getVersion, () =>
    iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
  );
  const versions = await listAll(
    listVersions,
    (marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, ...marker })),
    (page) => page.Versions,
  );
  return {
    type: 'policy',
    ...readEntity({
      action: get,
      type: 'policy',
      name: policy.PolicyName,
      arn: policy.Arn,
      id: policy.PolicyId,
      path: policy.Path,
      createdAt: policy.CreateDate,
    }),
    defaultVersionId: VersionId,
    document: decodeDocument(version.PolicyVersion?.Document, {
      action: getVersion,
      of: PolicyArn,
    }),
    versions: versions.map((each) => readVersion(each, PolicyArn)).sort(newestFirst),
    description: policy.Description,
    tags: readTags(policy.Tags),
  };
}
