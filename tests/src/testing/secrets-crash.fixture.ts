import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type Mishap, openSecrets, readKept, type SecretsAccount } from './secrets.fixture.ts';

export const custodian = await generateX25519Identity();
export const second = await generateX25519Identity();
export const manifest = `version: 1
scope: platform
account: '111122223333'
delivery: { recipients: [${await identityToRecipient(custodian)}, ${await identityToRecipient(second)}] }
users:
  ada: { login: { passwordReset: false, switchRoles: [SupportUserRole] }, accessKeys: { count: 1 } }
`;

export const mishaps: readonly Mishap[] = ['dies-before', 'dies-after', 'loses-answer', 'fails'];

/** What is live in the account: the last password that it took, and its keys. */
export function liveIn({ sandbox }: SecretsAccount) {
  const taken = sandbox.calls.filter(
    ({ action, outcome }) => /^iam:(Create|Update)LoginProfile$/.test(action) && outcome === 'ok',
  );
  const password = taken.map(({ input }) => input['Password']).findLast(Boolean);
  const ended = (action: string, id: unknown) =>
    sandbox.calls.some(
      (call) => call.action === action && call.outcome === 'ok' && call.input['AccessKeyId'] === id,
    );
  return { password, ended };
}

/** No password is live that nobody can read; and every key that is live is kept. */
export async function heldBy(account: SecretsAccount, identity: string) {
  const kept = [...(await readKept(account.folder, identity)).values()].map(
    (text): Record<string, unknown> => JSON.parse(text),
  );
  const { password } = liveIn(account);
  return {
    password: password === undefined || kept.some((one) => one['password'] === password),
    keys: kept.flatMap((one) => (one['accessKeyId'] === undefined ? [] : [one])),
  };
}

export async function liveKeys({ sandbox }: SecretsAccount): Promise<readonly string[]> {
  const text = JSON.stringify(sandbox.state());
  return [...new Set([...text.matchAll(/"(AKIA\w+)"/g)].map(([, id = '']) => id))];
}

/** What of the promise is broken when a step goes wrong and the manifest is applied again; empty if it holds. */
export async function breachesAt(at: number, mishap: Mishap): Promise<readonly string[]> {
  const account = await openSecrets();
  account.arm(at, mishap);
  await account.apply(manifest);
  account.disarm();
  const midway = await heldBy(account, custodian);
  for (let run = 0; run < 3 && (await account.plan(manifest)).changes.length > 0; run += 1) {
    await account.apply(manifest);
  }
  const live = await liveKeys(account);
  const held = await Promise.all([custodian, second].map((one) => heldBy(account, one)));
  const state = JSON.stringify(account.sandbox.state());
  const said = account.said();
  const breaches = {
    'a password is live that nobody has, until the next run': !midway.password,
    "the password is nobody's": held.some(({ password }) => !password),
    'there is not one key': live.length !== 1,
    "a key is nobody's": held.some(({ keys }) =>
      live.some((id) => !keys.some((one) => one['accessKeyId'] === id)),
    ),
    'the account is not as declared': (await account.plan(manifest)).changes.length > 0,
    'the mark stays': state.includes('rolecall:pending-key'),
    'a secret was said': [...account.secrets].some((secret) => said.includes(secret)),
  };
  const where = `${mishap} at ${at} (${account.steps[at - 1]})`;
  return Object.entries(breaches).flatMap(([what, is]) => (is ? [`${where}: ${what}`] : []));
}
