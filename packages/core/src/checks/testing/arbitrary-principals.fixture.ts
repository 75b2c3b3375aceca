import fc from 'fast-check';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowAllButBilling,
  allowAllButIam,
  allowAllWithMfa,
  allowIam,
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
  daysAgo,
  denyAll,
} from './snapshot.fixture.ts';

export const userNames = ['alice', 'bob', 'carol', 'dora'];
const groupNames = ['admins', 'readers', 'empty'];
const roleNames = ['deploy', 'linked', 'sso'];
const unread = aPolicy({ name: 'unread' });

const documents = [
  allowAll,
  allowAllButBilling,
  allowAllWithMfa,
  allowAllButIam,
  allowIam,
  allowRead,
  denyAll,
];
const union = [allowAllButIam, allowIam];
const document = fc.constantFrom(...documents);
export const instant = fc.integer({ min: -3, max: 400 }).map(daysAgo);
const count = fc.integer({ min: 0, max: 2 });
const policies = documents.map((doc, index) => aPolicy({ name: `own-${index}`, document: doc }));
const everyPolicy = [administratorAccess, unread, ...policies];

const grants = {
  attachedPolicies: fc.oneof(
    fc.subarray([...attach(...everyPolicy)]),
    // Two that are more together than either is.
    fc.constant(attach(...policies.filter(({ document: doc }) => union.includes(doc)))),
  ),
  inlinePolicies: fc
    .array(document, { maxLength: 2 })
    .map((list) => list.map((doc, index) => ({ name: `inline-${index}`, document: doc }))),
};
/** A principal has a boundary or has not; the member is never undefined. */
const boundary = fc.constantFrom(
  {},
  ...everyPolicy.map(({ arn }) => ({ permissionsBoundary: arn })),
);
const tags = fc.constantFrom({}, { owner: 'team' });

export const users = fc
  .subarray(userNames)
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .record({ ...grants, tags, groups: fc.subarray([...groupNames, 'new']) })
          .chain((user) => boundary.map((bound) => aUser({ name, ...user, ...bound }))),
      ),
    ),
  );
export const groups = fc
  .subarray(groupNames)
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.record(grants).map((group) => aGroup({ name, ...group })))),
  );
const paths = fc.constantFrom('/', '/aws-service-role/x.amazonaws.com/', '/aws-reserved/sso/');
export const roles = fc
  .subarray(roleNames)
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc
          .record({ ...grants, tags, path: paths })
          .chain((role) => boundary.map((bound) => aRole({ name, ...role, ...bound }))),
      ),
    ),
  );
export const managedPolicies = fc
  .subarray([administratorAccess, ...policies])
  .chain((list) =>
    fc.tuple(
      ...list.map((policy) =>
        fc
          .record({ attachmentCount: count, boundaryCount: count })
          .map((counts) => ({ ...policy, ...counts })),
      ),
    ),
  );
