import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { choiceFaults, type DocumentFault, documentFaults, textsIn } from './statement-faults.ts';

/** What IAM would not take as a policy of a role, user, group or permission set. */
export function identityFaults(document: PolicyDocument): readonly DocumentFault[] {
  return documentFaults(document, (statement) => [
    ...principalFaults(statement),
    ...choiceFaults(statement, 'Resource'),
    ...resourceFaults(statement),
  ]);
}

function principalFaults(statement: PolicyStatement): readonly DocumentFault[] {
  return (['Principal', 'NotPrincipal'] as const)
    .filter((element) => statement[element] !== undefined)
    .map((element) => ({
      path: [element],
      message: 'has no place here: the policy is for whom it is attached to',
    }));
}

function resourceFaults(statement: PolicyStatement): readonly DocumentFault[] {
  const texts = [
    ...textsIn('Resource', statement.Resource),
    ...textsIn('NotResource', statement.NotResource),
  ];
  return texts.flatMap(({ text, path }) =>
    text === '*' || /^arn:[^:]+:[^:]+/.test(text)
      ? []
      : [{ path, message: `"${text}" is no ARN, and not "*"` }],
  );
}
