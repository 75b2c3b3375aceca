import { asList, type PolicyStatement } from '@rolecall/policy';
import { describeCondition } from './describe-condition.ts';

/** `Allow s3:GetObject on arn:…:bucket/* if …`: a statement of a permissions policy on one line. */
export function describeStatement(statement: PolicyStatement): string {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  const actions = NotAction === undefined ? list(Action) : `everything but ${list(NotAction)}`;
  const resources =
    NotResource === undefined ? list(Resource) : `everything but ${list(NotResource)}`;
  return [
    Sid === undefined || Sid === '' ? '' : `${Sid}:`,
    Effect,
    actions,
    resources === '' ? '' : `on ${resources}`,
    describeCondition(Condition),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function list(value: PolicyStatement['Action']): string {
  return asList(value).join(', ');
}
