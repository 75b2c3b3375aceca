import { expect, test } from 'vitest';
import { identifyCaller } from './identify-caller.ts';
import { callerAnswer, errorXml, htmlPage, stubClients, xml } from './query-stub.fixture.ts';

const action = 'sts:GetCallerIdentity';

test('account, partition and ARN', async () => {
  const { clients } = stubClients({ [action]: callerAnswer });
  expect(await identifyCaller(clients)).toEqual({
    account: '111122223333',
    partition: 'aws',
    arn: 'arn:aws:sts::111122223333:assumed-role/Reader/me',
  });
});

test.each([
  ['a page instead', htmlPage, 'BAD_RESPONSE'],
  ['no Arn', xml(action, '<Account>111122223333</Account>'), 'BAD_RESPONSE'],
  ['no ARN', xml(action, '<Account>1</Account><Arn>me</Arn>'), 'BAD_RESPONSE'],
  ['expired', errorXml('ExpiredToken', 'expired', 403), 'CREDENTIALS_EXPIRED'],
])('%s', async (_name, answer, code) => {
  const { clients } = stubClients({ [action]: answer });
  await expect(identifyCaller(clients)).rejects.toMatchObject({ code });
});
