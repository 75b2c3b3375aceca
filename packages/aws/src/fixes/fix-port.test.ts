import type { FixCall, FixTarget } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { jsonError, type StubAnswers, stubClients, xml } from '../query-stub.fixture.ts';
import { createFixPort } from './fix-port.ts';

function open(answers: StubAnswers) {
  const { clients, calls } = stubClients(answers);
  return { port: createFixPort(clients), calls };
}

// What the sandbox has, tests/src/fixes.test.ts does over the wire.
describe('the fix port', () => {
  it.each<{ target: FixTarget; answers: StubAnswers; state: unknown }>([
    {
      target: { kind: 'token-version' },
      answers: {
        'iam:GetAccountSummary': xml(
          'iam:GetAccountSummary',
          '<SummaryMap><entry><key>GlobalEndpointTokenVersion</key><value>1</value></entry></SummaryMap>',
        ),
      },
      state: 1,
    },
    ...[
      { services: ['iam.amazonaws.com'], state: true },
      { services: ['sso.amazonaws.com'], state: false },
    ].map(({ services, state }) => ({
      target: { kind: 'trusted-access', service: 'iam.amazonaws.com' } as const,
      answers: {
        'organizations:ListAWSServiceAccessForOrganization': {
          body: JSON.stringify({
            EnabledServicePrincipals: services.map((ServicePrincipal) => ({ ServicePrincipal })),
          }),
        },
      },
      state,
    })),
  ])('reads $target.kind: $state', async ({ target, answers, state }) => {
    expect(await open(answers).port.read(target)).toEqual(state);
  });

  it.each<{ call: FixCall; answer: StubAnswers[string]; input: object }>([
    {
      call: {
        action: 'iam:SetSecurityTokenServicePreferences',
        input: { GlobalEndpointTokenVersion: 'v2Token' },
      },
      answer: xml('iam:SetSecurityTokenServicePreferences', ''),
      input: { GlobalEndpointTokenVersion: 'v2Token' },
    },
    {
      call: {
        action: 'organizations:EnableAWSServiceAccess',
        input: { ServicePrincipal: 'iam.amazonaws.com' },
      },
      answer: { body: '{}' },
      input: { ServicePrincipal: 'iam.amazonaws.com' },
    },
  ])('performs $call.action', async ({ call, answer, input }) => {
    const { port, calls } = open({ [call.action]: answer });
    await port.perform(call);
    expect(calls).toMatchObject([{ action: call.action, input }]);
  });

  it('says which permission is missing', async () => {
    const { port } = open({
      'organizations:EnableAWSServiceAccess': {
        ...jsonError('AccessDeniedException'),
        status: 400,
      },
    });
    const call = {
      action: 'organizations:EnableAWSServiceAccess',
      input: { ServicePrincipal: 'iam.amazonaws.com' },
    } as const;
    await expect(port.perform(call)).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
      details: { action: call.action },
    });
  });

  it('finds nothing of what is not there', async () => {
    const { port } = open({
      'iam:ListAccessKeys': {
        status: 404,
        body: '<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>gone</Message></Error></ErrorResponse>',
      },
    });
    const target = { kind: 'access-key', user: 'ann', id: 'AKIA1', use: 'ignored' } as const;
    expect(await port.read(target)).toBeNull();
  });
});
