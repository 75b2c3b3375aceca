import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signWebhook } from './sign-webhook.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const other = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

describe('signing webhooks', () => {
  it('gives the signature of the specification’s example', () => {
    const content = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    };
    expect(signWebhook(content, [secret])).toEqual({
      'webhook-id': content.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  const timestamp = Math.floor(Date.now() / 1000);
  const body = '{"type":"grant.activated","name":"Zoë 🦊"}';
  const signed = (secrets: readonly string[]) =>
    signWebhook({ id: 'msg_1', timestamp, body }, secrets);

  it.each([
    ['the only secret', [secret], secret],
    ['the new one during a rotation', [other, secret], other],
    ['the old one during a rotation', [other, secret], secret],
  ])('convinces the foreign verifier with %s', (_, secrets, theirs) => {
    expect(new Webhook(theirs).verify(body, { ...signed(secrets) })).toEqual(JSON.parse(body));
  });

  it.each([
    ['another secret', body, signed([other])],
    ['another body', `${body} `, signed([secret])],
    ['another id', body, { ...signed([secret]), 'webhook-id': 'msg_2' }],
    ['another time', body, { ...signed([secret]), 'webhook-timestamp': String(timestamp + 1) }],
  ])('does not convince it with %s', (_, text, headers) => {
    expect(() => new Webhook(secret).verify(text, { ...headers })).toThrow('No matching signature');
  });
});
