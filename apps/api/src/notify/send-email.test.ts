import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeliveryRecord } from '../model/records.ts';
import { describeNotice } from './describe-notice.ts';
import { createEmailSender, openMailTransport } from './send-email.ts';

interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | undefined;
  readonly isSecure: boolean;
  readonly headers: string;
  readonly body: string;
}

const from = 'rolecall@example.com';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A mail server that others keep, on a free port. */
async function startServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData(stream, { envelope, user, secure }, done) {
      void textOf(stream).then((raw) => {
        const [headers = '', ...body] = raw.split('\r\n\r\n');
        mails.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          user: typeof user === 'string' ? user : undefined,
          isSecure: secure,
          headers,
          body: body.join('\r\n\r\n'),
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on a port');
  return { port: address.port, mails };
}

function send(
  url: string,
  payload: DeliveryRecord['payload'] = { subject: 'A role is ready', text: 'It is.' },
) {
  const transport = openMailTransport({ smtpUrl: url });
  const delivery: DeliveryRecord = {
    id: '01a1fdc9-4250-7a69-ad56-b3a0da9cc806',
    channel: 'email',
    target: 'ana@example.com',
    eventType: 'grant.activated',
    payload,
    state: 'pending',
    attempts: 1,
    nextAttemptAt: null,
    failure: null,
    createdAt: '2026-11-21T09:00:00.000Z',
    deliveredAt: null,
  };
  const { signal } = new AbortController();
  return createEmailSender(from, transport)(delivery, { signal }).finally(() => transport.close());
}

describe('e-mail', () => {
  it('has one sender, one recipient and one message id', async () => {
    const { port, mails } = await startServer();
    expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'delivered' });
    expect(mails).toMatchObject([{ from, to: ['ana@example.com'] }]);
    const headers = mails[0]?.headers.split('\r\n') ?? [];
    expect(headers).toEqual(
      expect.arrayContaining([
        `From: ${from}`,
        'To: ana@example.com',
        'Subject: A role is ready',
        'Message-ID: <01a1fdc9-4250-7a69-ad56-b3a0da9cc806@rolecall.invalid>',
        'Auto-Submitted: auto-generated',
      ]),
    );
  });

  it('takes no header, no recipient and no line from a name', async () => {
    const { port, mails } = await startServer();
    const evil = 'Ana\r\nBcc: eve@example.com\r\n\r\nState: approved\u2028.\r\nQUIT';
    const notice = {
      type: 'role-request.submitted',
      timestamp: '2026-11-21T09:00:00.000Z',
      data: {
        resource: '/v1/role-requests/r1',
        state: 'pending-approval',
        accountId: '111122223333',
        actor: { kind: 'person', id: `https://login.example.com|${evil}`, name: evil },
      },
    } as const;
    const { subject, text } = describeNotice(notice, 'https://rolecall.example.com');
    await send(`smtp://127.0.0.1:${port}`, { subject: `${subject}\r\nBcc: eve@example.com`, text });
    expect(mails).toMatchObject([{ to: ['ana@example.com'] }]);
    expect(mails[0]?.headers).not.toMatch(/^bcc:/im);
    const lines = mails[0]?.body.trimEnd().split('\r\n') ?? [];
    expect(lines.filter((line) => line.startsWith('State:'))).toEqual(['State: pending-approval']);
    expect(lines.filter((line) => line.length > 72)).toEqual([]);
    expect(lines.at(-1)).toBe('https://rolecall.example.com/v1/role-requests/r1');
  });

  it('signs in where a name and a password are given', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _, done) =>
      password === 'p@ss' ? done(null, { user: username }) : done(new Error('no'));
    const { port, mails } = await startServer({
      ...{ authOptional: false, allowInsecureAuth: true, onAuth },
    });
    const at = (password: string) => send(`smtp://mailer:${password}@127.0.0.1:${port}`);
    expect(await at('p%40ss')).toEqual({ kind: 'delivered' });
    expect(mails).toMatchObject([{ user: 'mailer' }]);
    expect(await at('wrong')).toEqual({
      kind: 'failed',
      why: 'The mail server did not take it. 535',
    });
  });

  it('goes nowhere without TLS but to this machine', async () => {
    const { port, mails } = await startServer({ hideSTARTTLS: true });
    // An address of this machine that does not look like one.
    const outcome = await send(`smtp://[::ffff:127.0.0.1]:${port}`);
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(mails).toEqual([]);
  });

  it.each([
    ['smtp://localhost', { hideSTARTTLS: false }],
    ['smtps://localhost', { secure: true }],
  ])('goes to nobody whose certificate is not trusted: %s', async (url, options) => {
    const { port, mails } = await startServer(options);
    expect(await send(`${url}:${port}`)).toMatchObject({ kind: 'failed' });
    expect(mails).toEqual([]);
  });

  it.each([
    ['a recipient for good', 'onRcptTo', 550, 'pointless'],
    ['a recipient for now', 'onRcptTo', 450, 'failed'],
    ['our sender', 'onMailFrom', 553, 'failed'],
  ] as const)('that is refused because of %s', async (_, hook, responseCode, kind) => {
    const refuse = (_address: unknown, _session: unknown, done: (error: Error) => void) =>
      done(Object.assign(new Error('no'), { responseCode }));
    const { port, mails } = await startServer({ [hook]: refuse });
    const outcome = await send(`smtp://127.0.0.1:${port}`);
    expect(outcome).toMatchObject({ kind, why: expect.stringContaining(String(responseCode)) });
    expect(mails).toEqual([]);
  });

  it('fails for now where nobody answers', async () => {
    expect(await send('smtp://127.0.0.1:1')).toMatchObject({ kind: 'failed' });
  });
});
