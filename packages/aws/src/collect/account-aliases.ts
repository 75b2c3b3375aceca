import { ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { ask, required } from '../ask.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';

const action = 'iam:ListAccountAliases';

export async function readAccountAliases({ clients, signal }: Reader): Promise<readonly string[]> {
  const pages = await readPages({
    action,
    fetch: (marker) => {
      const command = new ListAccountAliasesCommand({ ...marker });
      return ask(action, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  return pages.flatMap((page) => required(page.AccountAliases, action, 'AccountAliases'));
}
