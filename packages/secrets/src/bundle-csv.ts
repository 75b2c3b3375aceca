import { csvLine } from './csv.ts';
import { notice, type SignInBundle, signInUrl, switchRoleUrl } from './sign-in-bundle.ts';

/** What a column of the table holds, by the name that its heading is chosen by. */
export interface ColumnNames {
  readonly user: string;
  readonly password: string;
  readonly signInUrl: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly switchRoleUrl: string;
  readonly account: string;
  readonly createdAt: string;
  readonly notice: string;
}

/** As the console of AWS names those that it has; not documented, so they can be chosen. */
export const awsColumnNames: ColumnNames = {
  user: 'User name',
  password: 'Password',
  signInUrl: 'Console sign-in URL',
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  switchRoleUrl: 'Switch role URL',
  account: 'Account ID',
  createdAt: 'Created at',
  notice: 'Notice',
};

/** The bundle as a table of one line, secrets in the clear: only ever to be encrypted. */
export function bundleCsv(bundle: SignInBundle, names: ColumnNames = awsColumnNames): string {
  const { account, createdAt } = bundle;
  const columns = [
    ...ownColumns(bundle, names),
    [names.account, account],
    [names.createdAt, createdAt],
    [names.notice, notice],
  ] as const;
  return `${csvLine(columns.map(([name]) => name))}${csvLine(columns.map(([, value]) => value))}`;
}

type Column = readonly [name: string, value: string];

function ownColumns(bundle: SignInBundle, names: ColumnNames): readonly Column[] {
  if (bundle.kind === 'access-key') {
    return [
      [names.user, bundle.user],
      [names.accessKeyId, bundle.accessKeyId],
      [names.secretAccessKey, bundle.secretAccessKey.reveal()],
    ];
  }
  const links = bundle.switchRoles.map((role) => switchRoleUrl(bundle, role) ?? role);
  return [
    [names.user, bundle.user],
    [names.password, bundle.password.reveal()],
    [names.signInUrl, signInUrl(bundle) ?? ''],
    [names.switchRoleUrl, links.join(' ')],
  ];
}
