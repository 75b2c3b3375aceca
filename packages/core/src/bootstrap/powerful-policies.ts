/**
 * AWS-managed policies that make who has them an administrator, or let them become one. They are not
 * taken over from a manifest: a person names them.
 */
const powerful: ReadonlySet<string> = new Set([
  'AdministratorAccess',
  'AdministratorAccess-Amplify',
  'AdministratorAccess-AWSElasticBeanstalk',
  'IAMFullAccess',
  'PowerUserAccess',
  'job-function/SystemAdministrator',
]);

export function isPowerful(arn: string): boolean {
  const [, name] = /^arn:[\w-]+:iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  return name !== undefined && powerful.has(name);
}
