import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  ListPolicyVersionsCommand,
} from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { readEntity } from '../collect/entity.ts';
import { formerDocument, newestFirst, readVersion } from '../collect/policies.ts';
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
  const textOf = async (id: string) => {
    const version = await ask(getVersion, () =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: id })),
    );
    return version.PolicyVersion?.Document;
  };
  const about = { action: getVersion, of: PolicyArn };
  const document = decodeDocument(await textOf(VersionId), about);
  const versions = await listAll(
    listVersions,
    (marker) => iam.send(new ListPolicyVersionsCommand({ PolicyArn, ...marker })),
    (page) => page.Versions,
  );
  const former = await Promise.all(
    versions.map(async (each) => {
      const version = readVersion(each, PolicyArn);
      if (version.id === VersionId) return version;
      return { ...version, ...formerDocument(await textOf(version.id), about) };
    }),
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
    document,
    versions: former.sort(newestFirst),
    description: policy.Description,
    tags: readTags(policy.Tags),
  };
}
