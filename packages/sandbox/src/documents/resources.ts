import { malformed } from './malformed.ts';

const iamResources = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

/**
 * A Resource is `*` or an ARN of this partition; IAM's own ARNs are looked at more closely. An ARN
 * that ends early is taken as if `*` stood in the fields that it lacks.
 */
export function checkResource(resource: string, partition: string): void {
  if (resource === '*') return;
  const [scheme, arnPartition = '', service = '', region = '', ...rest] = resource.split(':');
  if (scheme !== 'arn' || arnPartition === '') {
    malformed(`Resource ${resource} must be in ARN format or "*".`);
  }
  if (arnPartition !== '*' && arnPartition !== partition) {
    malformed(`Partition "${arnPartition}" is not valid for resource "${resource}".`);
  }
  if (service === '') malformed('The policy failed legacy parsing');
  if (service !== 'iam') return;
  if (region !== '') malformed(`IAM resource ${resource} cannot contain region information.`);
  const path = rest.length < 2 ? '*' : rest.slice(1).join(':');
  const known =
    path === 'root' || /^[*?]/.test(path) || iamResources.some((start) => path.startsWith(start));
  if (!known && !/[*?]/.test(path.split('/')[0] ?? '')) {
    malformed(`IAM resource path must either be "*" or start with ${iamResources.join(', ')}.`);
  }
}
