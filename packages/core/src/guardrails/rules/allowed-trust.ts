import {
  matchesPattern,
  type PolicyDocument,
  PolicyFormatError,
  type PolicyStatement,
  parseArn,
  readPolicy,
} from '@rolecall/policy';
import type { TrustRules } from '../schema.ts';

interface Account {
  readonly account: string;
  readonly partition: string;
}

/** Providers that policies name without an ARN. */
const bareIssuers: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** Context keys of principals are sent with these, and never with a token of somebody else. */
const signedActions = [
  'sts:AssumeRole',
  'sts:SetContext',
  'sts:SetSourceIdentity',
  'sts:TagSession',
];

/**
 * The trust policy that lets in all that the rules allow. No policy can say "roles whose ARN matches",
 * so of those that `trust` names it lists the ones that a pattern means: what is named is judged, and
 * what is not named cannot come in by it. Without policy variables: a pattern is a pattern.
 */
export function allowedTrust(
  rules: TrustRules,
  trust: PolicyDocument,
  account: Account,
): PolicyDocument {
  const named = namedIn(trust);
  return {
    Version: '2008-10-17',
    Statement: [
      ...forPrincipals(rules, named),
      ...forPrincipal('Service', allowedOf(rules.services, named.services)),
      ...forPrincipal('Federated', allowedOf(rules.saml, named.saml)),
      ...forOidc(rules, named, account),
    ],
  };
}

interface Named {
  readonly everyone: boolean;
  readonly aws: readonly string[];
  readonly services: readonly string[];
  readonly saml: readonly string[];
  readonly oidc: readonly string[];
}

/** Whom the Allow statements name. What cannot be read names nobody, and compares as undecided. */
function namedIn(trust: PolicyDocument): Named {
  const elements = readStatements(trust).flatMap(({ effect, principal }) =>
    effect === 'Allow' && principal !== undefined ? [principal] : [],
  );
  const entries = elements.flatMap(({ principals }) => principals);
  const valuesOf = (wanted: 'AWS' | 'Service' | 'Federated') =>
    entries.flatMap((entry) =>
      !entry.everyone && entry.kind === wanted && entry.value !== '*' ? [entry.value] : [],
    );
  const providers = valuesOf('Federated');
  const isSaml = (provider: string) => provider.includes(':saml-provider/');
  return {
    everyone:
      elements.some(({ negated }) => negated) ||
      entries.some((entry) => entry.everyone || entry.value === '*'),
    aws: valuesOf('AWS'),
    services: valuesOf('Service'),
    saml: providers.filter(isSaml),
    oidc: providers.filter((provider) => !isSaml(provider)),
  };
}

function readStatements(trust: PolicyDocument) {
  try {
    return readPolicy(trust).statements;
  } catch (error) {
    if (error instanceof PolicyFormatError) return [];
    throw error;
  }
}

function forPrincipals(
  { principals, organizations }: TrustRules,
  named: Named,
): readonly PolicyStatement[] {
  const condition = (operator: string, key: string, values: readonly string[]) =>
    values.length === 0 ? [] : [allow('*', signedActions, { [operator]: { [key]: values } })];
  const listed = principals?.filter((entry) => entry !== '*') ?? [];
  const accounts = listed.filter((entry) => /^\d{12}$/.test(entry));
  const arns = listed.filter((entry) => entry.startsWith('arn:'));
  const isAllowed = (value: string) =>
    principals === undefined || principals.includes('*') || meansAny(arns, value);
  return [
    ...forPrincipal('AWS', [...accounts, ...named.aws.filter(isAllowed)]),
    ...(principals?.includes('*') && named.everyone ? [allow('*', '*')] : []),
    ...condition('StringEquals', 'aws:PrincipalAccount', accounts),
    ...condition('StringLike', 'aws:PrincipalArn', arns),
    ...condition('ArnLike', 'aws:PrincipalArn', arns.filter(parseArn)),
    ...condition('StringEquals', 'aws:PrincipalOrgID', organizations),
  ];
}

/** An account may be written as its id or as the ARN of its root. */
function meansAny(patterns: readonly string[], value: string): boolean {
  return patterns.some(
    (pattern) =>
      matchesPattern(pattern, value) ||
      (/^\d{12}$/.test(value) &&
        matchesPattern(pattern.replace(/^arn:[^:]*:/, 'arn:aws:'), `arn:aws:iam::${value}:root`)),
  );
}

/** Of those that are named, the ones that may be; all of them where nothing is said. */
function allowedOf(
  patterns: readonly string[] | undefined,
  named: readonly string[],
): readonly string[] {
  return named.filter(
    (name) => patterns === undefined || patterns.some((each) => matchesPattern(each, name)),
  );
}

function forOidc(
  { oidc }: TrustRules,
  named: Named,
  { account, partition }: Account,
): readonly PolicyStatement[] {
  if (oidc === undefined) return forPrincipal('Federated', named.oidc);
  return oidc.flatMap(({ issuer, subjects, audiences }) => {
    if (subjects.length === 0 || audiences?.length === 0) return [];
    const providers = [
      `arn:${partition}:iam::${account}:oidc-provider/${issuer}`,
      ...(bareIssuers.has(issuer) ? [issuer] : []),
    ];
    const claims = {
      StringLike: {
        [`${issuer}:sub`]: subjects,
        ...(audiences === undefined ? {} : { [`${issuer}:aud`]: audiences }),
      },
    };
    return [allow({ Federated: providers }, '*', claims)];
  });
}

type Conditions = NonNullable<PolicyStatement['Condition']>;

function forPrincipal(
  kind: 'AWS' | 'Service' | 'Federated',
  names: readonly string[],
): readonly PolicyStatement[] {
  return names.length === 0 ? [] : [allow({ [kind]: names }, '*')];
}

function allow(
  Principal: NonNullable<PolicyStatement['Principal']>,
  Action: '*' | readonly string[],
  Condition?: Conditions,
): PolicyStatement {
  return { Effect: 'Allow', Principal, Action, ...(Condition === undefined ? {} : { Condition }) };
}
