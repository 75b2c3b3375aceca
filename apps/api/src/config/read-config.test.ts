import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeMistakes } from './config-mistake.ts';
import { readConfig } from './read-config.ts';
import { describedVariables, variableTable } from './variable-table.ts';
import { variables } from './variables.ts';

const pem = (type: 'ed25519' | 'ed448') =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();

const issuers = JSON.stringify([
  { issuer: 'https://login.example.com', audiences: ['rolecall'], kind: 'person' },
]);
const publicPem = () =>
  generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
const twoKeys = [
  expect.objectContaining({ asymmetricKeyType: 'ed25519' }),
  expect.objectContaining({ asymmetricKeyType: 'ed25519' }),
];
const collector = 'http://collector:4318';
const sealing = Buffer.alloc(32, 7).toString('base64');

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://rolecall:hunter2@db.internal/rolecall',
  ROLECALL_AUDIT_KEY: pem('ed25519'),
  ROLECALL_SEALING_KEYS: sealing,
  ROLECALL_OIDC_ISSUERS: issuers,
};

const files: Readonly<Record<string, string>> = {
  '/run/secrets/url': 'postgres://rolecall:hunter2@db.internal/rolecall\n',
  '/etc/roles.yaml': '- who: [group:platform]\n  roles: [administrator]\n',
};

function read(env: Readonly<Record<string, string>>) {
  return readConfig({
    env,
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('ENOENT');
      return text;
    },
  });
}

function configOf(env: Readonly<Record<string, string>>) {
  const reading = read(env);
  if (reading.kind === 'config') return reading.config;
  throw new Error(describeMistakes(reading.mistakes));
}

function mistakesOf(env: Readonly<Record<string, string>>): readonly string[] {
  const reading = read(env);
  return reading.kind === 'mistakes' ? reading.mistakes.map(({ name }) => name) : [];
}

describe('configuration', () => {
  it.each([
    [{}, null],
    [{ ROLECALL_SLACK_WEBHOOK_URL: 'https://hooks.slack.com/x' }, [7_776_000, 1_209_600]],
    [
      {
        ROLECALL_SMTP_URL: 'smtps://mail.example.com',
        ROLECALL_MAIL_FROM: 'rolecall@example.com',
        ROLECALL_RECERTIFICATION_DAYS: '1',
        ROLECALL_RECERTIFICATION_GRACE_DAYS: '2',
      },
      [86_400, 172_800],
    ],
    [
      {
        ROLECALL_SLACK_WEBHOOK_URL: 'https://hooks.slack.com/x',
        ROLECALL_RECERTIFICATION_DAYS: '0',
      },
      null,
    ],
  ])('asks whether grants are needed where somebody hears it: %j', (env, seconds) => {
    const [everySeconds, graceSeconds] = seconds ?? [];
    const expected = seconds === null ? null : { everySeconds, graceSeconds };
    expect(configOf(env).recertification).toEqual(expected);
  });

  it('needs nothing for trying', () => {
    expect(configOf({})).toMatchObject({
      listen: { host: '127.0.0.1', port: 8080 },
      database: { kind: 'pglite', folder: './data', production: false },
      keys: { audit: null, sealing: null, folder: './data' },
      trial: true,
      issuers: [],
      notices: { webhookHosts: [], slackUrl: null, mail: null },
    });
  });

  it('in production is what was given', () => {
    expect(configOf({ ...production, PORT: '' })).toMatchObject({
      listen: { port: 8080 },
      database: { kind: 'postgres', url: production.DATABASE_URL, poolSize: 10 },
      keys: { audit: production.ROLECALL_AUDIT_KEY, sealing: [Buffer.alloc(32, 7)] },
      trial: false,
      issuers: [{ issuer: 'https://login.example.com' }],
    });
  });

  it.each([
    [{ PORT: '0' }, { listen: { port: 0 } }],
    [{ ROLECALL_DATA: 'memory://' }, { keys: { folder: null } }],
    [{ DATABASE_URL_FILE: '/run/secrets/url' }, { database: { url: production.DATABASE_URL } }],
    [
      { ROLECALL_ROLE_ASSIGNMENTS_FILE: '/etc/roles.yaml' },
      { roleAssignments: [{ who: ['group:platform'], roles: ['administrator'] }] },
    ],
    [{ ROLECALL_OIDC_ISSUERS: issuers }, { trial: false }],
    [{ ROLECALL_OIDC_ISSUERS: issuers, ROLECALL_TRIAL: 'true' }, { trial: true }],
    [
      { ROLECALL_WEBHOOK_HOSTS: 'Portal.internal, 10.0.0.5:8443 ,[fd00::5]' },
      { notices: { webhookHosts: ['portal.internal', '10.0.0.5:8443', '[fd00::5]'] } },
    ],
    [{ ROLECALL_PUBLIC_URL: 'https://a.example/x/' }, { publicUrl: 'https://a.example/x' }],
    [{ ROLECALL_DEADLINE_SECONDS: '5' }, { http: { deadlineMs: 5_000 } }],
    [{ ROLECALL_TRUSTED_PROXIES: '10.0.0.0/8' }, { http: { trustedProxies: ['10.0.0.0/8'] } }],
    [
      {
        ROLECALL_SMTP_URL: 'smtps://u:p@mail.example.com',
        ROLECALL_MAIL_FROM: 'rolecall@example.com',
        ROLECALL_MAIL_ADDRESSES: '{"group:platform": ["platform@example.com"]}',
      },
      { notices: { mail: { addresses: { 'group:platform': ['platform@example.com'] } } } },
    ],
    [{ ROLECALL_MIGRATE_AT_START: 'false' }, { database: { migrateAtStart: false } }],
    [
      { ROLECALL_REQUEST_RETENTION_DAYS: '30', ROLECALL_IDEMPOTENCY_HOURS: '2' },
      { retention: { requestsMs: 30 * 86_400_000 }, idempotencySeconds: 7200 },
    ],
    [{}, { retention: { requestsMs: null }, idempotencySeconds: 86_400, runtimeRole: null }],
    [{ ROLECALL_AUDIT_OLD_KEYS: publicPem() + publicPem() }, { keys: { auditOld: twoKeys } }],
    [{ OTEL_SERVICE_NAME: 'x' }, { telemetry: null }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_SDK_DISABLED: 'true' }, { telemetry: null }],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: `${collector}/`,
        OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20a%2Cb, x-team = iam',
      },
      {
        telemetry: {
          endpoint: collector,
          headers: { authorization: 'Bearer a,b', 'x-team': 'iam' },
          serviceName: 'rolecall',
          sampling: { ratio: 1, followsCaller: true },
        },
      },
    ],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector,
        OTEL_TRACES_SAMPLER: 'traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      },
      { telemetry: { sampling: { ratio: 0.25, followsCaller: false } } },
    ],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector,
        OTEL_TRACES_SAMPLER: 'parentbased_always_off',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      },
      { telemetry: { sampling: { ratio: 0, followsCaller: true } } },
    ],
  ])('%j', (env, expected) => {
    expect(configOf(env)).toMatchObject(expected);
  });

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ PORT: '65536' }, ['PORT']],
    [{ PORT: '80 ' }, ['PORT']],
    [{ PORT: '8e3' }, ['PORT']],
    [{ PORT: '-1' }, ['PORT']],
    [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    [{ NODE_ENV: 'prod' }, ['NODE_ENV']],
    [{ DATABASE_URL: 'mysql://localhost/x' }, ['DATABASE_URL']],
    [{ ROLECALL_TRIAL: 'yes' }, ['ROLECALL_TRIAL']],
    [{ ROLECALL_AUDIT_KEY: pem('ed448') }, ['ROLECALL_AUDIT_KEY']],
    [{ ROLECALL_AUDIT_KEY: 'key' }, ['ROLECALL_AUDIT_KEY']],
    [{ ROLECALL_SEALING_KEYS: 'c2hvcnQ=' }, ['ROLECALL_SEALING_KEYS']],
    [{ ROLECALL_OIDC_ISSUERS: '[{' }, ['ROLECALL_OIDC_ISSUERS']],
    [{ ROLECALL_OIDC_ISSUERS: issuers.replace('https', 'http') }, ['ROLECALL_OIDC_ISSUERS']],
    [
      { ROLECALL_ROLE_ASSIGNMENTS: '[{"who":["x"],"roles":["king"]}]' },
      ['ROLECALL_ROLE_ASSIGNMENTS', 'ROLECALL_ROLE_ASSIGNMENTS'],
    ],
    [{ ROLECALL_SERVICE_ROLE_ARN: 'arn:aws:iam::1:user/x' }, ['ROLECALL_SERVICE_ROLE_ARN']],
    [{ ROLECALL_WEBHOOK_HOSTS: 'https://portal.internal' }, ['ROLECALL_WEBHOOK_HOSTS']],
    [{ ROLECALL_WEBHOOK_HOSTS: '*.internal' }, ['ROLECALL_WEBHOOK_HOSTS']],
    [{ ROLECALL_TRUSTED_PROXIES: 'everybody' }, ['ROLECALL_TRUSTED_PROXIES']],
    [{ ROLECALL_SLACK_WEBHOOK_URL: 'http://hooks.slack.com/x' }, ['ROLECALL_SLACK_WEBHOOK_URL']],
    [{ ROLECALL_SMTP_URL: 'smtp://mail.example.com' }, ['ROLECALL_MAIL_FROM']],
    [{ ROLECALL_ROLE_ASSIGNMENTS_FILE: '/nowhere' }, ['ROLECALL_ROLE_ASSIGNMENTS_FILE']],
    [
      { DATABASE_URL: production.DATABASE_URL, DATABASE_URL_FILE: '/run/secrets/url' },
      ['DATABASE_URL'],
    ],
    [{ ROLECALL_RUNTIME_ROLE: 'rolecall; drop' }, ['ROLECALL_RUNTIME_ROLE']],
    [{ ROLECALL_REQUEST_RETENTION_DAYS: '1' }, ['ROLECALL_REQUEST_RETENTION_DAYS']],
    [{ ROLECALL_AUDIT_OLD_KEYS: 'key' }, ['ROLECALL_AUDIT_OLD_KEYS']],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }, ['OTEL_EXPORTER_OTLP_ENDPOINT']],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://u:p@h' }, ['OTEL_EXPORTER_OTLP_ENDPOINT']],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=b,c' }, ['OTEL_EXPORTER_OTLP_HEADERS']],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=b%0D%0Ac: d' }, ['OTEL_EXPORTER_OTLP_HEADERS']],
    [{ OTEL_EXPORTER_OTLP_HEADERS: 'a=%' }, ['OTEL_EXPORTER_OTLP_HEADERS']],
    [{ OTEL_TRACES_SAMPLER: 'jaeger_remote' }, ['OTEL_TRACES_SAMPLER']],
    [{ OTEL_TRACES_SAMPLER_ARG: '1.1' }, ['OTEL_TRACES_SAMPLER_ARG']],
    [{ OTEL_TRACES_SAMPLER_ARG: '50%' }, ['OTEL_TRACES_SAMPLER_ARG']],
    [{ OTEL_SDK_DISABLED: 'yes' }, ['OTEL_SDK_DISABLED']],
    [{ ...production, DATABASE_URL: '' }, ['DATABASE_URL']],
    [{ ...production, DATABASE_URL: '', ROLECALL_ALLOW_PGLITE_IN_PRODUCTION: 'true' }, []],
    [{ ...production, ROLECALL_TRIAL: 'true' }, ['ROLECALL_TRIAL']],
    [
      { NODE_ENV: 'production', PORT: 'x' },
      [
        'PORT',
        'DATABASE_URL',
        'ROLECALL_AUDIT_KEY',
        'ROLECALL_SEALING_KEYS',
        'ROLECALL_OIDC_ISSUERS',
      ],
    ],
  ])('%j is wrong about %j, all at once', (env, names) => {
    expect(mistakesOf(env)).toEqual(names);
  });

  it('says what each takes, and shows no value', () => {
    const secrets = describedVariables.filter(({ secret }) => secret).map(({ name }) => name);
    const reading = read(Object.fromEntries(secrets.map((name) => [name, 'hunter2'])));
    const text = reading.kind === 'mistakes' ? describeMistakes(reading.mistakes) : '';
    for (const name of secrets) expect(text).toContain(`${name}:\n`);
    expect(text).not.toContain('hunter2');
    expect(text).toContain('It takes a private key of Ed25519, PKCS #8 in PEM.');
  });

  it('needs no keys for migrating', () => {
    const { NODE_ENV, DATABASE_URL } = production;
    const source = { env: { NODE_ENV, DATABASE_URL }, readFile: () => '' };
    expect(readConfig(source, 'migrate')).toMatchObject({ kind: 'config' });
    expect(readConfig({ ...source, env: { NODE_ENV } }, 'migrate')).toMatchObject({
      mistakes: [{ name: 'DATABASE_URL' }],
    });
  });

  it('tells of variables that look like ours', () => {
    expect(read({ ROLECALL_DATE: 'x', ROLECALL_DATA: 'd', HOME: '/' })).toMatchObject({
      unknown: ['ROLECALL_DATE'],
    });
  });
});

describe('docs/service.md', () => {
  it('has the table of all variables', () => {
    const docs = readFileSync(new URL('../../../../docs/service.md', import.meta.url), 'utf8');
    expect(docs).toContain(variableTable());
    expect(describedVariables.map(({ name }) => name)).toEqual(Object.keys(variables.shape));
  });
});
