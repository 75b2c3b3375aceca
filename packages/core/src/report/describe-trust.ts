import { asList, type PolicyPrincipal, type PolicyStatement, parseArn } from '@rolecall/policy';
import { describeCondition } from './describe-condition.ts';

/** `may be assumed by the service ecs.amazonaws.com if …`: one statement of a trust policy. */
export function describeTrust(statement: PolicyStatement, account: string): string {
  const { Effect, Principal, NotPrincipal, Condition } = statement;
  const who =
    NotPrincipal === undefined
      ? principals(Principal, account)
      : `anyone but ${principals(NotPrincipal, account)}`;
  const beside = otherActions(statement);
  return [
    Effect === 'Allow' ? 'may be assumed by' : 'may never be assumed by',
    who,
    describeCondition(Condition),
    beside === '' ? '' : `(${beside})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function principals(value: PolicyPrincipal | undefined, account: string): string {
  if (value === undefined) return 'nobody';
  const kinds = typeof value === 'string' ? { AWS: value } : value;
  return Object.entries(kinds)
    .flatMap(([kind, names]) => asList(names).map((name) => describeOne(kind, name, account)))
    .join(', ');
}

function describeOne(kind: string, name: string, account: string): string {
  if (name === '*') return 'anyone at all, in any account';
  switch (kind) {
    case 'AWS':
      return describeAws(name, account);
    case 'Service':
      return `the service ${name}`;
    case 'Federated':
      return describeFederated(name);
    default:
      return `${kind} ${name}`;
  }
}

function describeAws(name: string, account: string): string {
  const arn = parseArn(name);
  const owner = arn?.account ?? name;
  if (/^\d{12}$/.test(owner) && (arn === undefined || arn.resource === 'root')) {
    return owner === account
      ? 'whoever the policies of this account allow'
      : `whoever the policies of account ${owner} allow`;
  }
  return arn?.account === account ? arn.resource : name;
}

function describeFederated(name: string): string {
  const resource = parseArn(name)?.resource ?? name;
  const [, type, provider] = /^(oidc|saml)-provider\/(.*)$/.exec(resource) ?? [];
  if (type === undefined || provider === undefined) return `identities of ${resource}`;
  return type === 'oidc' ? `tokens of ${provider}` : `users of the SAML provider ${provider}`;
}

/** What is allowed beside assuming the role, e.g. `also sts:TagSession`. */
function otherActions({ Action, NotAction }: PolicyStatement): string {
  if (NotAction !== undefined) return `every action but ${asList(NotAction).join(', ')}`;
  const others = asList(Action).filter((action) => !/^sts:AssumeRole/i.test(action));
  return others.length > 0 ? `also ${others.join(', ')}` : '';
}
