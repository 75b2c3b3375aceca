import type { Account } from './account.ts';
import type {
  Group,
  InstanceProfile,
  ManagedPolicy,
  OidcProvider,
  Role,
  SamlProvider,
  ServerCertificate,
  User,
} from './entities.ts';

type Entity = User | Group | Role | ManagedPolicy | InstanceProfile;

export function arnOf(
  account: Account,
  { kind, path, name }: Pick<Entity, 'kind' | 'path' | 'name'>,
) {
  return iamArn(account, `${kind}${path}${name}`);
}

export function oidcArn(account: Account, { url }: Pick<OidcProvider, 'url'>): string {
  return iamArn(account, `oidc-provider/${url}`);
}

export function samlArn(account: Account, { name }: Pick<SamlProvider, 'name'>): string {
  return iamArn(account, `saml-provider/${name}`);
}

export function serverCertificateArn(
  account: Account,
  { path, name }: Pick<ServerCertificate, 'path' | 'name'>,
): string {
  return iamArn(account, `server-certificate${path}${name}`);
}

export function rootArn(account: Account): string {
  return iamArn(account, 'root');
}

/** `arn:<partition>:iam::<account>:<resource>`. */
export function iamArn(account: Account, resource: string): string {
  return `arn:${account.partition}:iam::${account.id}:${resource}`;
}

/** The ARN of an AWS-managed policy, from its path and name without the leading slash. */
export function awsManagedArn(partition: string, pathAndName: string): string {
  return `arn:${partition}:iam::aws:policy/${pathAndName}`;
}
