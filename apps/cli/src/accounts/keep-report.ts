import { type Applied, type ManifestSet, planSetSchemaVersion } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import { writeText } from '../files/write-text.ts';
import type { Presenter } from '../output/presenter.ts';
import type { RanAccounts } from './run-accounts.ts';

interface Keeping {
  readonly set: Pick<ManifestSet, 'scope'>;
  readonly environment: Pick<Environment, 'cwd'>;
  readonly presenter: Pick<Presenter, 'note'>;
  /** The file, where one was named. */
  readonly report: string | undefined;
}

/** One file with what was done in each account, for the way back from any of them. */
export async function keepReport(
  { outcomes }: RanAccounts<Applied>,
  { set, environment, presenter, report: file }: Keeping,
): Promise<void> {
  if (file === undefined) return;
  const accounts = outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'done' || outcome.value.value.kind !== 'applied') return [];
    const { name, id: account } = outcome.account;
    const { plan, report } = outcome.value.value;
    return [{ name, account, plan, report }];
  });
  const kept = { schemaVersion: planSetSchemaVersion, scope: set.scope, accounts };
  await writeText(environment.cwd, file, `${JSON.stringify(kept, null, 2)}\n`);
  const [first] = accounts;
  if (first === undefined) return;
  presenter.note(`The way back from it: rolecall rollback ${file} --account ${first.name}`);
}
