import { parseIamArn } from '@rolecall/policy';
import { badResponse, required } from '../ask.ts';

interface EntityFields {
  readonly action: string;
  /** As IAM writes it in ARNs, e.g. `role`. */
  readonly type: string;
  readonly name: string | undefined;
  readonly arn: string | undefined;
  readonly id: string | undefined;
  readonly path: string | undefined;
  readonly createdAt: Date | undefined;
}

export interface Entity {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly path: string;
  readonly createdAt: string;
}

/** What all entities have. An emulator leaves some out; what the ARN says is taken from there. */
export function readEntity({ action, type, ...fields }: EntityFields): Entity {
  const arn = required(fields.arn, action, `the Arn of a ${type}`);
  const parsed = parseIamArn(arn);
  if (parsed === undefined) throw badResponse(action, `with an Arn that is none (${arn})`);
  const createdAt = required(fields.createdAt, action, `CreateDate of ${arn}`);
  return {
    name: fields.name ?? parsed.name,
    arn,
    id: fields.id ?? '',
    path: fields.path ?? parsed.path,
    createdAt: createdAt.toISOString(),
  };
}
