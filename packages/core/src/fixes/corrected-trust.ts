import {
  asList,
  type Json,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import type { Finding } from '../model/finding.ts';
import type { FixContext } from './fix.ts';
import { policyState } from './trust-audience.ts';

/**
 * The trust policy of the role as it should be, for a person to look through: what has to be filled
 * in stands in capitals. Undefined where nothing tells how it should be.
 */
export function correctedTrust(finding: Finding, context: FixContext): Json | undefined {
  const correct = corrections[finding.check];
  const { roles } = context.snapshot.parts;
  const role =
    roles.status === 'known' ? roles.value.find(({ arn }) => arn === finding.subject) : undefined;
  if (correct === undefined || role === undefined) return undefined;
  const Statement = statementsOf(role.trust).map((one) =>
    one.Effect === 'Allow' ? correct(one, context) : one,
  );
  const trust: PolicyDocument = { ...role.trust, Statement };
  return policyState(trust);
}

type Correction = (statement: PolicyStatement, context: FixContext) => PolicyStatement;

const corrections: { readonly [check: string]: Correction } = {
  'role-trust-wildcard': (statement, { snapshot }) =>
    isForAnyone(statement)
      ? {
          ...statement,
          NotPrincipal: undefined,
          Principal: {
            AWS: `arn:${snapshot.caller.partition}:iam::${snapshot.caller.account}:root`,
          },
        }
      : statement,
  'role-trust-no-externalid-mfa': (statement) =>
    ofKind(statement, 'AWS') ? tested(statement, 'sts:ExternalId', 'EXTERNAL_ID') : statement,
  'role-trust-orphaned-principal': withoutOrphans,
  'role-confused-deputy': (statement, { snapshot }) =>
    ofKind(statement, 'Service')
      ? tested(statement, 'aws:SourceAccount', snapshot.caller.account)
      : statement,
  'role-oidc-github-sub': (statement) => {
    const issuer = 'token.actions.githubusercontent.com';
    if (!trustsProvider(statement, issuer)) return statement;
    const audience = tested(statement, `${issuer}:aud`, 'sts.amazonaws.com');
    return tested(audience, `${issuer}:sub`, 'repo:OWNER/REPOSITORY:ref:refs/heads/main');
  },
  'role-cognito-unauth': (statement) =>
    trustsProvider(statement, 'cognito-identity.amazonaws.com')
      ? tested(statement, 'cognito-identity.amazonaws.com:aud', 'IDENTITY_POOL_ID')
      : statement,
  'role-saml-aud': (statement) =>
    trustsProvider(statement, ':saml-provider/')
      ? tested(statement, 'SAML:aud', 'https://signin.aws.amazon.com/saml')
      : statement,
  'rolesanywhere-scoped': (statement) =>
    asList(principals(statement)['Service'] ?? []).includes('rolesanywhere.amazonaws.com')
      ? tested(statement, 'aws:SourceArn', 'TRUST_ANCHOR_ARN')
      : statement,
};

function principals({ Principal }: PolicyStatement) {
  return typeof Principal === 'object' ? Principal : {};
}

function isForAnyone({ Principal, NotPrincipal }: PolicyStatement): boolean {
  if (NotPrincipal !== undefined || Principal === '*') return true;
  return typeof Principal === 'object' && asList(Principal['AWS'] ?? []).includes('*');
}

function ofKind(statement: PolicyStatement, kind: string): boolean {
  return principals(statement)[kind] !== undefined;
}

function trustsProvider(statement: PolicyStatement, name: string): boolean {
  return asList(principals(statement)['Federated'] ?? []).some((one) => one.includes(name));
}

/** A test that is there already stays: whoever wrote it meant something by it. */
function tested(statement: PolicyStatement, key: string, value: string): PolicyStatement {
  const { Condition = {} } = statement;
  const { StringEquals = {} } = Condition;
  const names = Object.keys(StringEquals).map((name) => name.toLowerCase());
  if (names.includes(key.toLowerCase())) return statement;
  return {
    ...statement,
    Condition: { ...Condition, StringEquals: { ...StringEquals, [key]: value } },
  };
}

function withoutOrphans(statement: PolicyStatement): PolicyStatement {
  const named = principals(statement);
  const left = asList(named['AWS'] ?? []).filter((value) => !/^A(?:IDA|ROA)[A-Z0-9]+$/.test(value));
  if (named['AWS'] === undefined) return statement;
  return {
    ...statement,
    Principal: { ...named, AWS: left.length > 0 ? left : 'ARN_OF_WHO_IS_MEANT' },
  };
}
