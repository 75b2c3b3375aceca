import { expect, test } from 'vitest';
import { denied, stubClients, xml } from './query-stub.fixture.ts';
import { simulateCalls } from './simulate-calls.ts';

const action = 'iam:SimulatePrincipalPolicy';
const role = 'arn:aws:iam::111122223333:role/x/deployer';
const caller = {
  account: '111122223333',
  partition: 'aws',
  arn: 'arn:aws:sts::111122223333:assumed-role/deployer/me',
};
const getRole = xml('iam:GetRole', `<Role><RoleName>deployer</RoleName><Arn>${role}</Arn></Role>`);

function result(decision: string, missing = ''): string {
  return `<member><EvalActionName>iam:CreateRole</EvalActionName>
    <EvalResourceName>arn:r</EvalResourceName><EvalDecision>${decision}</EvalDecision>
    <MissingContextValues>${missing}</MissingContextValues></member>`;
}

function answering(results: string) {
  return stubClients({
    'iam:GetRole': getRole,
    [action]: xml(action, `<EvaluationResults>${results}</EvaluationResults>`),
  });
}

const one = [
  { action: 'iam:CreateRole', resource: 'arn:r', context: { 'aws:TagKeys': ['a', 'b'] } },
];

test.each([
  ['allowed', '', undefined],
  ['implicitDeny', '', 'implicitDeny'],
  ['explicitDeny', '', 'explicitDeny'],
  ['explicitDeny', '<member>aws:SourceIp</member>', 'undecided'],
  ['implicitDeny', '<member>aws:MultiFactorAuthPresent</member>', 'undecided'],
])('%s, with %j unknown: %s', async (decision, missing, expected) => {
  const { clients } = answering(result(decision, missing));
  const answer = await simulateCalls(clients.iam, caller, one);
  const said =
    expected === undefined
      ? []
      : [{ action: 'iam:CreateRole', resource: 'arn:r', decision: expected }];
  expect(answer).toEqual({ status: 'known', value: said });
});

test('requests that differ in the resource only are one call, about the role behind the session', async () => {
  const { clients, calls } = answering('');
  const requests = ['arn:r', 'arn:s', 'arn:r'].map((resource) => ({
    ...one[0],
    action: 'iam:CreateRole',
    resource,
    context: {},
  }));
  await simulateCalls(clients.iam, caller, requests);
  expect(calls.map((call) => call.action)).toEqual(['iam:GetRole', action]);
  expect(JSON.stringify(calls[1]?.input)).toContain(role);
});

test('where the simulator may not be asked, nobody knows', async () => {
  const { clients } = stubClients({ 'iam:GetRole': getRole, [action]: denied(action) });
  expect(await simulateCalls(clients.iam, caller, one)).toMatchObject({
    status: 'unknown',
    reason: { code: 'ACCESS_DENIED' },
  });
});
