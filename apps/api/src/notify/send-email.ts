import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailConfig } from '../config/config.ts';
import type { Sender, SendOutcome } from './send-outcome.ts';
import { wrapText } from './wrap-text.ts';

const mail = z.object({ subject: z.string(), text: z.string() });

/** What nodemailer's transports have of interest here. */
export interface MailTransport {
  sendMail(message: {
    readonly from: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly messageId: string;
    readonly headers: Record<string, string>;
  }): Promise<unknown>;
  close(): void;
}

const timeoutMs = 15_000;
/** As long as lines of plain text are readable everywhere; RFC 3676 says 78 at most. */
const columns = 72;

/** Over SMTP; with `smtp:` the connection has to become TLS before anything is said. */
export function openMailTransport({ smtpUrl }: Pick<MailConfig, 'smtpUrl'>): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Nothing in a message is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

export function createEmailSender(
  from: string | null,
  transport: Pick<MailTransport, 'sendMail'> | null,
): Sender {
  return async ({ id, target, payload }) => {
    if (from === null || transport === null)
      return { kind: 'pointless', why: 'E-mail is not configured.', endpointGone: false };
    const { subject, text } = mail.parse(payload);
    try {
      await transport.sendMail({
        from,
        to: target,
        subject,
        text: wrapText(text, columns),
        // The same in each attempt, so that a mail that comes twice can be seen to be one.
        messageId: `<${id}@rolecall.invalid>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { kind: 'delivered' };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

const refusal = z.object({
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
});

/** What a server says of the recipient for good (RFC 5321, 4.2.1) stays so; all else may change. */
function outcomeOf(error: unknown): SendOutcome {
  const { responseCode, command } = refusal.safeParse(error).data ?? {};
  if (command === 'RCPT TO' && responseCode !== undefined && responseCode >= 500) {
    const why = `The mail server refuses the recipient. ${responseCode}`;
    return { kind: 'pointless', why, endpointGone: false };
  }
  return { kind: 'failed', why: `The mail server did not take it. ${responseCode ?? ''}`.trim() };
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
