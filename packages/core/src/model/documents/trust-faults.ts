import type { PolicyDocument, PolicyPrincipal, PolicyStatement } from '@rolecall/policy';
import { type DocumentFault, documentFaults, isTemplate, textsIn } from './statement-faults.ts';

/** What IAM would not take as the trust policy of a role. */
export function trustFaults(document: PolicyDocument): readonly DocumentFault[] {
  return documentFaults(document, (statement) => [
    ...whomFaults(statement),
    ...placeFaults(statement),
    ...assumingFaults(statement),
  ]);
}

function whomFaults(statement: PolicyStatement): readonly DocumentFault[] {
  const given = (['Principal', 'NotPrincipal'] as const).flatMap((element) => {
    const value = statement[element];
    return value === undefined ? [] : [{ element, value }];
  });
  const [first, second] = given;
  if (first === undefined) return [{ path: [], message: 'has no Principal: whom does it trust?' }];
  if (second) return [{ path: [second.element], message: 'stands beside Principal: choose one' }];
  return principalFaults(first.value).map(({ path, message }) => ({
    path: [first.element, ...path],
    message,
  }));
}

/** By kind of principal: what its names look like, and what to write. */
const kinds: {
  readonly [kind: string]: { readonly form: RegExp; readonly hint: string } | undefined;
} = {
  AWS: {
    form: /^(?:\*|\d{12}|A(?:IDA|ROA)[A-Z0-9]+|arn:[^:]+:iam::\d{12}:(?:root|(?:user|role)\/.+)|arn:[^:]+:sts::\d{12}:(?:assumed-role|federated-user)\/.+)$/,
    hint: 'an account id, or the ARN of an account, user, role or session',
  },
  Service: { form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, hint: 'a service such as ec2.amazonaws.com' },
  Federated: {
    form: /^(?:arn:[^:]+:iam::\d{12}:(?:saml|oidc)-provider\/.+|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/,
    hint: 'the ARN of a SAML or OIDC provider',
  },
  CanonicalUser: { form: /./, hint: '' },
};

const placeholder = /^\{\{arn:([a-z-]+)\/[^}]*\}\}$/;
const trusted = new Set(['user', 'role', 'oidc-provider', 'saml-provider']);

function principalFaults(principal: PolicyPrincipal): readonly DocumentFault[] {
  if (typeof principal === 'string') {
    if (isTemplate(principal)) return [];
    const hint = 'name everybody as { AWS: "*" }, others by kind as in { AWS: "111122223333" }';
    return [{ path: [], message: `"${principal}" is not taken here: ${hint}` }];
  }
  return Object.entries(principal).flatMap(([kind, names]): readonly DocumentFault[] => {
    const known = kinds[kind];
    if (known === undefined) {
      return [
        { path: [kind], message: `is no kind of principal: ${Object.keys(kinds).join(', ')}` },
      ];
    }
    const written = typeof names === 'string' ? [names] : names;
    const entities = written.flatMap((name) => placeholder.exec(name)?.[1] ?? []);
    return [
      ...entities
        .filter((type) => !trusted.has(type))
        .map((type) => ({ path: [kind], message: `names a ${type}, which cannot assume a role` })),
      ...textsIn(kind, names)
        .filter(({ text }) => !known.form.test(text))
        .map(({ text, path }) => ({ path, message: `"${text}" is not ${known.hint}` })),
    ];
  });
}

function placeFaults(statement: PolicyStatement): readonly DocumentFault[] {
  return (['Resource', 'NotResource'] as const)
    .filter((element) => statement[element] !== undefined)
    .map((element) => ({ path: [element], message: 'has no place here: it is the role itself' }));
}

const assuming = ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'];
const carrying = ['*', 'TagSession', 'SetSourceIdentity', 'SetContext'];

function assumingFaults(statement: PolicyStatement): readonly DocumentFault[] {
  const texts = [
    ...textsIn('Action', statement.Action),
    ...textsIn('NotAction', statement.NotAction),
  ];
  return texts
    .filter(({ text }) => !isAssuming(text.toLowerCase()))
    .map(({ text, path }) => ({
      path,
      message: `"${text}" has no place here: a trust speaks of sts:AssumeRole and its kin`,
    }));
}

function isAssuming(action: string): boolean {
  const [service, name = ''] = action.split(':');
  if (service !== 'sts') return false;
  if (carrying.some((known) => known.toLowerCase() === name)) return true;
  if (!name.startsWith('assumerole')) return false;
  const form = new RegExp(
    `^${name
      .replace(/[^\w*?]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  return assuming.some((known) => form.test(known.toLowerCase()));
}
