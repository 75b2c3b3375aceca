import packed from '../../data/action-data.gen.json' with { type: 'json' };
import type { ActionData } from './action-data.ts';
import { unpackActionData } from './unpack-action-data.ts';

let bundled: ActionData | undefined;

/** The data that comes with the package; see its `date`. Taken apart as far as it is asked for. */
export function bundledActionData(): ActionData {
  bundled ??= unpackActionData(packed);
  return bundled;
}
