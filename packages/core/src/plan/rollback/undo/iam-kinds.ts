import { z } from 'zod';
import { policyDocumentSchema } from '../../../model/policy-schema.ts';
import { credentialsTag, pendingKeyTag } from '../../../model/sign-in.ts';
import type { Tags } from '../../../model/snapshot.ts';
import { facetsOf } from '../../live-facets.ts';
import type { Facets } from '../../plan.ts';
import { membersIn, namesIn } from './names-in.ts';
import type { About, Undo } from './undo.ts';

const text = z.string();
const roleSettings = z.object({ description: text, maxSessionDuration: z.number() });

export const undoRole: Undo<'role'> = {
  facets: facetsOf,
  desired: (about, facets) => {
    const settings = roleSettings.parse(facets.settings);
    return {
      type: 'role',
      ...owned(about, facets),
      ...grantsIn(facets),
      permissionsBoundary: boundaryIn(facets),
      path: pathIn(facets),
      trust: policyDocumentSchema.parse(facets.trust),
      description: settings.description || undefined,
      maxSessionDuration: settings.maxSessionDuration,
    };
  },
};

export const undoUser: Undo<'user'> = {
  facets: facetsOf,
  desired: (about, facets) => ({
    type: 'user',
    ...declared(about),
    adopt: false,
    tags: withoutCredentials(tagsIn(facets)),
    ...grantsIn(facets),
    permissionsBoundary: boundaryIn(facets),
    groups: namesIn('groups', facets),
    path: pathIn(facets),
  }),
};

/** Groups carry no mark: who says what one was may say so of one that lies elsewhere. */
export const undoGroup: Undo<'group'> = {
  facets: facetsOf,
  desired: (about, facets) => ({
    type: 'group',
    ...declared(about),
    ...grantsIn(facets),
    adopt: true,
    path: pathIn(facets),
  }),
};

export const undoPolicy: Undo<'policy'> = {
  facets: facetsOf,
  desired: (about, facets) => ({
    type: 'policy',
    ...owned(about, facets),
    path: pathIn(facets),
    document: policyDocumentSchema.parse(facets.document),
    copyOf: undefined,
    description: text.parse(facets.description) || undefined,
  }),
};

export const undoInstanceProfile: Undo<'instance-profile'> = {
  facets: facetsOf,
  desired: (about, facets) => {
    const [role = ''] = namesIn('role', facets);
    return { type: 'instance-profile', ...owned(about, facets), path: pathIn(facets), role };
  },
};

/** Without thumbprints AWS fetches the one of the issuer's certificate. */
export const undoOidcProvider: Undo<'oidc-provider'> = {
  facets: facetsOf,
  filledIn: ['thumbprints'],
  desired: (about, facets) => ({
    type: 'oidc-provider',
    ...owned(about, facets),
    url: about.name,
    clientIds: namesIn('clientIds', facets),
    thumbprints: z.array(text).parse(facets.thumbprints ?? []),
  }),
};

function declared({ name, address }: About) {
  return { name, address, position: undefined };
}

function owned(about: About, facets: Facets) {
  return { ...declared(about), adopt: false, tags: tagsIn(facets) };
}

function tagsIn({ tags = {} }: Facets): Tags {
  return z.record(text, text).parse(tags);
}

/** Made again, a user has none of the credentials that these tags call ours: others may follow. */
function withoutCredentials({
  [credentialsTag]: _,
  [pendingKeyTag]: _pending,
  ...tags
}: Tags): Tags {
  return tags;
}

function grantsIn(facets: Facets) {
  const inline = Object.entries(membersIn('inlinePolicies', facets));
  return {
    managedPolicies: namesIn('managedPolicies', facets),
    inlinePolicies: Object.fromEntries(
      inline.map(([name, document]) => [name, policyDocumentSchema.parse(document)]),
    ),
    exclusive: true,
  };
}

function boundaryIn({ permissionsBoundary }: Facets): string | undefined {
  return typeof permissionsBoundary === 'string' ? permissionsBoundary : undefined;
}

function pathIn({ path }: Facets): string {
  return text.parse(path);
}
