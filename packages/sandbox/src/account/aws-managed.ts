import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';

const schema = z.object({
  source: z.string(),
  date: z.string(),
  policies: z.record(
    z.string(),
    z.object({
      path: z.string(),
      versionId: z.string(),
      createDate: z.string(),
      updateDate: z.string(),
      document: z.unknown(),
    }),
  ),
});

/** One policy that AWS publishes, in the version that the data set saw last. */
export interface AwsManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly versionId: string;
  readonly createDate: string;
  readonly updateDate: string;
  readonly document: unknown;
}

let loaded: ReadonlyMap<string, AwsManagedPolicy> | undefined;

/** All AWS-managed policies by path and name without the leading slash; read on first use. */
export function awsManagedPolicies(): ReadonlyMap<string, AwsManagedPolicy> {
  loaded ??= load();
  return loaded;
}

/** The policy with this ARN, whatever its partition. */
export function awsManagedPolicy(arn: string): AwsManagedPolicy | undefined {
  const pathAndName = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return pathAndName === undefined ? undefined : awsManagedPolicies().get(pathAndName);
}

/** The document as AWS prints it. */
export function awsManagedDocument(policy: AwsManagedPolicy): string {
  const text = printed.get(policy) ?? JSON.stringify(policy.document, null, 4);
  printed.set(policy, text);
  return text;
}

const printed = new WeakMap<AwsManagedPolicy, string>();

function load(): ReadonlyMap<string, AwsManagedPolicy> {
  const file = new URL('../../data/aws-managed-policies.gen.json.br', import.meta.url);
  const data = schema.parse(JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8')));
  return new Map(
    Object.entries(data.policies).map(([pathAndName, policy]) => [
      pathAndName,
      { ...policy, name: pathAndName.slice(pathAndName.lastIndexOf('/') + 1) },
    ]),
  );
}
