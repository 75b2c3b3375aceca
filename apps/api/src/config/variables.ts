import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readPublicKeys } from '@rolecall/audit';
import { parse } from 'yaml';
import { z } from 'zod';
import { isTrustworthyUrl, oidcIssuersSchema } from '../identity/oidc-issuer.ts';
import { roleAssignmentSchema } from '../identity/role-assignments.ts';
import { severities } from '../model/plan-terms.ts';
import { collectorHeaders, collectorUrl } from './collector.ts';

/** What the operator is told of a variable. */
export interface VariableDescription {
  readonly does: string;
  readonly takes: string;
  /** What holds without it, in words. */
  readonly usual: string;
  /** Its value is shown nowhere, and `{NAME}_FILE` may name a file that holds it. */
  readonly secret?: true;
  /** `{NAME}_FILE` may name a file that holds it. */
  readonly file?: true;
}

export const descriptions = z.registry<VariableDescription>();

/** A number in digits: no sign, no spaces, no exponent. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const list = z.string().transform((text): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const webUrl = z.string().refine(isTrustworthyUrl);

/** JSON, or YAML, which holds it. */
const structured = z.string().transform((text, context): unknown => {
  try {
    return parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'It is neither JSON nor YAML.' });
    return z.NEVER;
  }
});

/** A name of a host, with a port where only that one is meant; IPv6 in brackets. */
const host = z.string().regex(/^(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i);

const sealingKey = z
  .string()
  .regex(/^[A-Za-z\d+/]{43}=$/)
  .transform((text) => Buffer.from(text, 'base64'));

/** In an environment line feeds are often written as `\n`. */
const signingKey = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .refine(isEd25519);

/** A share of all, from 0 to 1. */
const share = z
  .string()
  .regex(/^(?:[01](?:\.\d{1,9})?|\.\d{1,9})$/)
  .transform(Number)
  .pipe(z.number().min(0).max(1));

const address = z.email().max(254);
const who = z.string().min(1).max(500);

/** Every variable that the service reads. */
export const variables = z.object({
  PORT: whole(0, 65_535).default(8080).register(descriptions, {
    does: 'Port to listen on.',
    takes: 'a number from 0 to 65535; 0 takes any free one',
    usual: '8080',
  }),
  HOST: z.string().min(1).default('127.0.0.1').register(descriptions, {
    does: 'Address to listen on. TLS ends in front of the service.',
    takes: 'an address of this machine; 0.0.0.0 for all',
    usual: '127.0.0.1',
  }),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .register(descriptions, {
      does: 'In production nothing is made up: keys and issuers have to be given.',
      takes: 'production, development or test',
      usual: 'development',
    }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .register(descriptions, {
      does: 'How much is logged, as JSON lines on standard output.',
      takes: 'fatal, error, warn, info, debug, trace or silent',
      usual: 'info',
    }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .register(descriptions, {
      does: 'PostgreSQL 15 or newer; needed for production and for several replicas.',
      takes: 'postgres://user:password@host:5432/database',
      usual: 'the embedded database in `ROLECALL_DATA`',
      secret: true,
    }),
  ROLECALL_DATABASE_CONNECTIONS: whole(2, 200).default(10).register(descriptions, {
    does: 'Connections to PostgreSQL for requests; jobs take four more.',
    takes: 'a number from 2 to 200',
    usual: '10',
  }),
  ROLECALL_MIGRATE_AT_START: flag.default(true).register(descriptions, {
    does: 'Whether the service brings the tables up to date. If not, [`migrate`](#two-roles) does, and on tables that are behind the service does not start.',
    takes: 'true or false',
    usual: 'true',
  }),
  ROLECALL_RUNTIME_ROLE: z
    .string()
    .regex(/^[a-z_][a-z\d_]{0,62}$/)
    .optional()
    .register(descriptions, {
      does: 'Role of PostgreSQL that the service runs as; [`migrate`](#two-roles) gives it what it needs and no more.',
      takes: 'a name in small letters, digits and underscores',
      usual: '`migrate` gives nobody anything',
    }),
  ROLECALL_DATA: z.string().min(1).default('./data').register(descriptions, {
    does: 'Folder of the embedded database and of keys that were made for trial.',
    takes: 'a folder, made when it is missing; memory:// keeps nothing',
    usual: './data',
  }),
  ROLECALL_ALLOW_PGLITE_IN_PRODUCTION: flag.default(false).register(descriptions, {
    does: 'Lets the embedded database run in production: one process, and a power cut may lose writes.',
    takes: 'true or false',
    usual: 'false',
  }),
  ROLECALL_TRIAL: flag.optional().register(descriptions, {
    does: 'Begins with an account in memory, rules, two people and their tokens.',
    takes: 'true or false; not true in production',
    usual: 'true without issuers, outside production',
  }),
  ROLECALL_OIDC_ISSUERS: structured.pipe(oidcIssuersSchema).default([]).register(descriptions, {
    does: 'Identity providers whose tokens are taken.',
    takes: 'a list in JSON or YAML, see [Identity](#identity)',
    usual: 'none; API tokens only',
    file: true,
  }),
  ROLECALL_ROLE_ASSIGNMENTS: structured
    .pipe(z.array(roleAssignmentSchema).readonly())
    .default([])
    .register(descriptions, {
      does: 'Who has which roles.',
      takes: 'a list in JSON or YAML, see [Identity](#identity)',
      usual: 'none',
      file: true,
    }),
  ROLECALL_FOUR_EYES: flag.optional().register(descriptions, {
    does: 'Whether changes of rules, guardrails and accounts wait for a second person, and [plans that grant something](#two-people) for an approver.',
    takes: 'true or false',
    usual: 'true in production, else false',
  }),
  ROLECALL_APPROVE_PLANS_FROM: z.enum(severities).default('medium').register(descriptions, {
    does: 'With four eyes, the risk from which a plan waits for an approver also where it grants nothing new.',
    takes: 'info, low, medium, high or critical',
    usual: 'medium',
  }),
  ROLECALL_MACHINES_APPLY: z.enum(['approved', 'any']).default('approved').register(descriptions, {
    does: 'With four eyes, which plans the machines of an issuer carry out. With any the merge was the approval; API tokens still wait for one.',
    takes: 'approved or any',
    usual: 'approved',
  }),
  ROLECALL_RULE_CHANGE_DAYS: whole(1, 365).default(14).register(descriptions, {
    does: 'How long a change of the rules waits for a second person; then it lapses.',
    takes: 'a number from 1 to 365',
    usual: '14',
  }),
  ROLECALL_AUDIT_KEY: signingKey.optional().register(descriptions, {
    does: 'Signs the head of the audit log.',
    takes: 'a private key of Ed25519, PKCS #8 in PEM',
    usual: 'made and kept in `ROLECALL_DATA`; needed in production',
    secret: true,
  }),
  ROLECALL_AUDIT_OLD_KEYS: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .transform(publicKeys)
    .default([])
    .register(descriptions, {
      does: 'Signed heads of the audit log before; `verify-audit` still takes what they signed.',
      takes: 'public keys of Ed25519 in PEM, one behind the other',
      usual: 'none',
      file: true,
    }),
  ROLECALL_SEALING_KEYS: list
    .pipe(z.array(sealingKey).min(1).max(10).readonly())
    .optional()
    .register(descriptions, {
      does: 'Seal the secrets of webhooks. The first seals; all of them open.',
      takes: 'keys of 32 bytes in base64, with commas between',
      usual: 'made and kept in `ROLECALL_DATA`; needed in production',
      secret: true,
    }),
  ROLECALL_SERVICE_ROLE_ARN: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/)
    .optional()
    .register(descriptions, {
      does: 'The role that the service runs as; what registered accounts have to trust.',
      takes: 'the ARN of a role',
      usual: 'none; only accounts in memory can be registered',
    }),
  ROLECALL_PUBLIC_URL: webUrl.optional().register(descriptions, {
    does: 'Where people and portals reach the service; for links in notices.',
    takes: 'an https URL',
    usual: 'notices have no links',
  }),
  ROLECALL_REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(600).register(descriptions, {
    does: 'Requests that each caller may make in a minute, counted per process.',
    takes: 'a number from 1 to 1000000',
    usual: '600',
  }),
  ROLECALL_DEADLINE_SECONDS: whole(1, 300).default(30).register(descriptions, {
    does: 'How long a request may take; longer work goes on in the background anyway.',
    takes: 'a number from 1 to 300',
    usual: '30',
  }),
  ROLECALL_STOP_SECONDS: whole(1, 600).default(25).register(descriptions, {
    does: 'How long requests and jobs may go on after the signal to stop.',
    takes: 'a number from 1 to 600; less than what the platform grants',
    usual: '25',
  }),
  ROLECALL_TRUSTED_PROXIES: list
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).readonly())
    .default([])
    .register(descriptions, {
      does: 'Proxies whose `X-Forwarded-For` is believed.',
      takes: 'addresses and networks, with commas between',
      usual: 'none',
    }),
  ROLECALL_WEBHOOK_HOSTS: list
    .pipe(z.array(host.transform((name) => name.toLowerCase())).readonly())
    .default([])
    .register(descriptions, {
      does: 'Hosts that notices may go to though they are private or without TLS.',
      takes: 'names or addresses, with a port where only that one is meant, with commas between',
      usual: 'none; public addresses by https only',
    }),
  ROLECALL_SLACK_WEBHOOK_URL: webUrl.optional().register(descriptions, {
    does: 'An incoming webhook of Slack, which is told of everything.',
    takes: 'an https URL',
    usual: 'nothing goes to Slack',
    secret: true,
  }),
  ROLECALL_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .register(descriptions, {
      does: 'Mail server for notices to requesters and approvers.',
      takes: 'smtps://user:password@host:465, or smtp:// (with STARTTLS)',
      usual: 'no e-mail is sent',
      secret: true,
    }),
  ROLECALL_MAIL_FROM: address.optional().register(descriptions, {
    does: 'Sender of e-mail.',
    takes: 'an e-mail address',
    usual: 'none; needed with `ROLECALL_SMTP_URL`',
  }),
  ROLECALL_MAIL_ADDRESSES: structured
    .pipe(z.record(who, z.array(address).min(1).max(100).readonly()))
    .default({})
    .register(descriptions, {
      does: 'E-mail addresses of people and groups. Who stands nowhere gets none.',
      takes: 'JSON or YAML: `{issuer}|{subject}` or `group:{name}` to a list of addresses',
      usual: 'nobody',
      file: true,
    }),
  ROLECALL_WARNING_MINUTES: whole(1, 10_080).default(30).register(descriptions, {
    does: 'How long before its end the holder of a grant is warned.',
    takes: 'a number from 1 to 10080',
    usual: '30',
  }),
  ROLECALL_RECERTIFICATION_DAYS: whole(0, 3650).default(90).register(descriptions, {
    does: 'How long after its start, or after it was last said, somebody has to say that a grant is still needed.',
    takes: 'a number from 0 to 3650; 0 for never, as without e-mail and Slack',
    usual: '90',
  }),
  ROLECALL_RECERTIFICATION_GRACE_DAYS: whole(1, 365).default(14).register(descriptions, {
    does: 'How long they have for that from when they were asked; then the grant is revoked.',
    takes: 'a number from 1 to 365',
    usual: '14',
  }),
  ROLECALL_AUDIT_HEAD_MINUTES: whole(1, 1440).default(15).register(descriptions, {
    does: 'How often the head of the audit log is signed and handed outside, when it has moved.',
    takes: 'a number from 1 to 1440',
    usual: '15',
  }),
  ROLECALL_REQUEST_RETENTION_DAYS: whole(30, 36_500).optional().register(descriptions, {
    does: 'How long role requests are kept after they and their grants have ended, with decisions and grants. The audit log keeps what happened.',
    takes: 'a number from 30 to 36500',
    usual: 'for ever',
  }),
  ROLECALL_CHECK_RETENTION_DAYS: whole(1, 36_500).default(365).register(descriptions, {
    does: 'How long check runs, their findings and walks of guides are kept.',
    takes: 'a number from 1 to 36500',
    usual: '365',
  }),
  ROLECALL_PLAN_RETENTION_DAYS: whole(1, 36_500).default(365).register(descriptions, {
    does: 'How long plans and what came of applying them are kept.',
    takes: 'a number from 1 to 36500',
    usual: '365',
  }),
  ROLECALL_IDEMPOTENCY_HOURS: whole(1, 720).default(24).register(descriptions, {
    does: 'How long answers are kept for calls that are repeated with the same `Idempotency-Key`.',
    takes: 'a number from 1 to 720',
    usual: '24',
  }),
  ROLECALL_DELIVERY_RETENTION_DAYS: whole(1, 3650).default(30).register(descriptions, {
    does: 'How long notices that were delivered or given up are kept.',
    takes: 'a number from 1 to 3650',
    usual: '30',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl.optional().register(descriptions, {
    does: 'Collector that [traces and metrics](#traces-and-metrics) are sent to: OTLP over HTTP, as JSON.',
    takes: 'an http or https URL without the path of a signal, as http://collector:4318',
    usual: 'nothing is sent',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: collectorHeaders.default({}).register(descriptions, {
    does: 'Headers for the collector, as a token.',
    takes: 'name=value with commas between; values percent-encoded',
    usual: 'none',
    secret: true,
  }),
  OTEL_SERVICE_NAME: z.string().min(1).max(200).default('rolecall').register(descriptions, {
    does: 'What the service is called in traces and metrics.',
    takes: 'a name',
    usual: 'rolecall',
  }),
  OTEL_TRACES_SAMPLER: z
    .enum([
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ])
    .default('parentbased_always_on')
    .register(descriptions, {
      does: 'Which traces are kept. With `parentbased_` a caller that traces decides for its requests.',
      takes: 'always_on, always_off or traceidratio, alone or after parentbased_',
      usual: 'parentbased_always_on',
    }),
  OTEL_TRACES_SAMPLER_ARG: share.default(1).register(descriptions, {
    does: 'The share of traces that traceidratio keeps.',
    takes: 'a number from 0 to 1',
    usual: '1',
  }),
  OTEL_SDK_DISABLED: flag.default(false).register(descriptions, {
    does: 'Sends no traces and metrics, whatever else is set.',
    takes: 'true or false',
    usual: 'false',
  }),
});

export type Variables = z.output<typeof variables>;

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

function publicKeys(text: string, context: z.RefinementCtx): readonly KeyObject[] {
  const keys = readPublicKeys(text);
  if (keys !== undefined) return keys;
  context.addIssue({ code: 'custom', message: 'It holds something else than public keys.' });
  return z.NEVER;
}
