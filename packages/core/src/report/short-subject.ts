import { parseIamArn } from '@rolecall/policy';

/** `user/alice` for an ARN of IAM, `account` for the whole account; other ARNs stay whole. */
export function shortSubject(arn: string): string {
  if (/^arn:[^:]+:iam::\d{12}:root$/.test(arn)) return 'account';
  const parsed = parseIamArn(arn);
  return parsed ? `${parsed.type}/${parsed.name}` : arn;
}
