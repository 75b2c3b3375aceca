/** The six fields of an Amazon Resource Name: `arn:partition:service:region:account:resource`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon, slashes and colons included. */
  readonly resource: string;
}

/** Splits an ARN into its fields; `undefined` where the text has not six of them. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || rest.length === 0) return undefined;
  if (!partition || !service || region === undefined || account === undefined) return undefined;
  return { partition, service, region, account, resource: rest.join(':') };
}

export function formatArn(arn: Arn): string {
  return ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource].join(':');
}

export interface IamArnFields {
  readonly partition: string;
  readonly account: string;
  /** As IAM writes it, e.g. `role`, `user`, `policy`, `oidc-provider`. */
  readonly type: string;
  /** Begins and ends with a slash; `/` where there is none. */
  readonly path?: string;
  readonly name: string;
}

/** The ARN of an IAM entity: `arn:{partition}:iam::{account}:{type}{path}{name}`. */
export function iamArn({ partition, account, type, path = '/', name }: IamArnFields): string {
  return formatArn({
    partition,
    service: 'iam',
    region: '',
    account,
    resource: `${type}${path}${name}`,
  });
}

/** Takes an IAM ARN apart into type, path and name; `undefined` for any other ARN. */
export function parseIamArn(text: string): Required<IamArnFields> | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'iam') return undefined;
  const first = arn.resource.indexOf('/');
  const last = arn.resource.lastIndexOf('/');
  if (first < 0) return undefined;
  return {
    partition: arn.partition,
    account: arn.account,
    type: arn.resource.slice(0, first),
    path: arn.resource.slice(first, last + 1),
    name: arn.resource.slice(last + 1),
  };
}
