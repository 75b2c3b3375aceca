import { GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import type { PartValue } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { decodeDocument } from './decode-document.ts';
import { mapLimit } from './map-limit.ts';
import { readPolicies } from './policies.ts';
import type { Reader } from './reader.ts';

const getPolicy = 'iam:GetPolicy';
const getVersion = 'iam:GetPolicyVersion';

type ManagedDocuments = PartValue<'managedDocuments'>;

/** The AWS-managed policies that a declaration copies or newly attaches, as AWS has them today. */
export async function readManagedDocuments(reader: Reader): Promise<ManagedDocuments> {
  const { managedPolicyArns = [], heldPolicyArns = [] } = reader.request.planning ?? {};
  const inUse = new Set(heldPolicyArns.length === 0 ? [] : await arnsInUse(reader));
  const attachedAnew = heldPolicyArns.filter((arn) => !inUse.has(arn));
  const arns = [...new Set([...managedPolicyArns, ...attachedAnew])];
  const documents = await mapLimit(arns, (arn) => readDocument(arn, reader));
  return Object.fromEntries(documents.flatMap((entry) => (entry ? [entry] : [])));
}

async function arnsInUse(reader: Reader): Promise<readonly string[]> {
  if (!reader.request.parts.includes('policies')) return [];
  return (await readPolicies(reader)).map(({ arn }) => arn);
}

/** `undefined` where AWS has no such policy, or none any more. */
async function readDocument(
  arn: string,
  { clients, signal }: Reader,
): Promise<[string, ManagedDocuments[string]] | undefined> {
  const policyCommand = new GetPolicyCommand({ PolicyArn: arn });
  const found = await ask(getPolicy, () =>
    clients.iam.send(policyCommand, { abortSignal: signal }),
  ).catch(nothingOn('NoSuchEntity'));
  if (found === undefined) return undefined;
  const policy = required(found.Policy, getPolicy, 'Policy');
  const versionId = required(policy.DefaultVersionId, getPolicy, `DefaultVersionId of ${arn}`);
  const versionCommand = new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: versionId });
  const answer = await ask(getVersion, () =>
    clients.iam.send(versionCommand, { abortSignal: signal }),
  );
  const version = required(answer.PolicyVersion, getVersion, 'PolicyVersion');
  const document = decodeDocument(version.Document, { action: getVersion, of: arn });
  return [arn, { versionId, document }];
}
