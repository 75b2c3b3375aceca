import { notice, type SignInBundle, signInUrl, switchRoleUrl } from './sign-in-bundle.ts';

/** The bundle as JSON, secrets in the clear: only ever to be encrypted. */
export function bundleJson(bundle: SignInBundle): string {
  const { account, partition, alias, user, createdAt, kind } = bundle;
  const about = {
    kind,
    account,
    partition,
    ...(alias === undefined ? {} : { alias }),
    user,
    createdAt,
  };
  return `${JSON.stringify({ ...about, ...particulars(bundle), notice }, null, 2)}\n`;
}

function particulars(bundle: SignInBundle) {
  if (bundle.kind === 'access-key') {
    const { accessKeyId, secretAccessKey } = bundle;
    return { accessKeyId, secretAccessKey: secretAccessKey.reveal() };
  }
  const url = signInUrl(bundle);
  return {
    ...(url === undefined ? {} : { signInUrl: url }),
    password: bundle.password.reveal(),
    mustChange: bundle.mustChange,
    switchRoles: bundle.switchRoles.map((role) => ({ role, url: switchRoleUrl(bundle, role) })),
  };
}
