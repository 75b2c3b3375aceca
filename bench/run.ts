import {
  checkAccount,
  checks,
  defaultCheckSettings,
  planningRequest,
  planSnapshot,
  readManifest,
} from '@rolecall/core';
import { measureActionStartup } from './action-startup.ts';
import { applyAll } from './apply-all.ts';
import { benchApply } from './bench-apply.ts';
import { benchChecks } from './bench-checks.ts';
import { benchPlanning } from './bench-planning.ts';
import { benchReview } from './bench-review.ts';
import { manifestOfRoles, openLargeAccount } from './large-account.ts';
import { measure, table } from './measure.ts';
import { benchPolicy } from './policy/bench-policy.ts';
import { benchService } from './service/bench-service.ts';

const roles = 1_000;
const rounds = 7;
const includeRetired = false;

const empty = openLargeAccount({ users: 0, roles: 0, policies: 0 });
const manifest = await readManifest(manifestOfRoles(roles, 'As it is'), 'rolecall.yaml');
const altered = await readManifest(manifestOfRoles(roles, 'Another'), 'rolecall.yaml');
const before = await empty.port.collect(planningRequest(manifest));
await applyAll(empty.port, manifest);
const after = await empty.port.collect(planningRequest(manifest));

const plans = await measure(rounds, {
  'nothing to do': () => planSnapshot({ manifest, snapshot: after, includeRetired }),
  'all to create': () => planSnapshot({ manifest, snapshot: before, includeRetired }),
  'all to update': () => planSnapshot({ manifest: altered, snapshot: after, includeRetired }),
});
console.log(`Planning ${roles.toLocaleString('en')} roles, snapshot at hand\n\n${table(plans)}\n`);
await benchPlanning((text) => console.log(`${text}\n`));
await benchReview((text) => console.log(`${text}\n`));

const bulk = { users: 50, roles: 200, policies: 60 };
const large = openLargeAccount(bulk);
const selected = checks.filter(({ optIn }) => optIn !== true);
const now = new Date('2026-11-20T12:00:00Z');
const settings = defaultCheckSettings;
await checkAccount({ port: large.port, checks: selected, settings, now });
const calls = large.sandbox.calls.filter(({ action }) => action.startsWith('iam:')).length;
const checked = await measure(rounds, {
  'read and check': () => checkAccount({ port: large.port, checks: selected, settings, now }),
});
console.log(
  `Checking ${bulk.users} users, ${bulk.roles} roles, ${bulk.policies} policies in the sandbox: ` +
    `${calls} IAM calls\n\n${table(checked)}\n`,
);

await benchApply((text) => console.log(`${text}\n`));
await benchChecks((text) => console.log(`${text}\n`));

console.log(`${measureActionStartup(11)}\n`);

await benchPolicy((text) => console.log(`${text}\n`));
await benchService((text) => console.log(`${text}\n`));
