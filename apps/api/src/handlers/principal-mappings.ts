import type { Schema } from '@rolecall/contract';
import { etagOf } from '../http/etag.ts';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { PrincipalMapping } from '../model/records.ts';
import { changeRules } from '../use-cases/rules/change-rules.ts';
import { mappingRevision } from '../use-cases/rules/mapping-revision.ts';
import { mappedPrincipal, targetOf } from '../use-cases/rules/rule-edit.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';
import { proposed } from './shown-rules.ts';

type MappingHandlers = Pick<
  Handlers,
  'listPrincipalMappings' | 'getPrincipalMapping' | 'putPrincipalMapping' | 'deletePrincipalMapping'
>;

export function principalMappingHandlers(deps: ServiceDeps): MappingHandlers {
  const { store } = deps;
  return {
    listPrincipalMappings: async ({ query }) => {
      const { limit, after } = pageQuery(query, mappingPattern);
      const rows = await store.principalMappings.list({
        limit: limit + 1,
        after: after && readMappingId(after.id),
      });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      const next = last && { createdAt: noInstant, id: `${last.accountId} ${last.subject}` };
      return { status: 200, body: { items, ...nextCursor(next) } };
    },

    getPrincipalMapping: async ({ params }) => {
      const mapping = await store.principalMappings.get(params);
      if (mapping === undefined) throw problem('not-found');
      return { status: 200, body: mapping, headers: { ETag: etagOf(mappingRevision(mapping)) } };
    },

    putPrincipalMapping: async (ctx) => {
      const mapping = mappingOf(ctx.params, ctx.body);
      const edit = { kind: 'principal-mapping', ...mapping } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      const ETag = etagOf(mappingRevision(mapping));
      return changeRules(deps, ctx.caller, change, async (tx, changed) => {
        if (changed.kind === 'proposed')
          return ctx.remember(tx.idempotency, proposed(changed.change));
        const Location = targetOf(edit);
        return changed.isNew
          ? ctx.remember(tx.idempotency, {
              status: 201 as const,
              body: mapping,
              headers: { ETag, Location },
            })
          : ctx.remember(tx.idempotency, {
              status: 200 as const,
              body: mapping,
              headers: { ETag },
            });
      });
    },

    deletePrincipalMapping: async (ctx) => {
      const { subject, accountId } = ctx.params;
      const edit = { kind: 'principal-mapping', subject, accountId, principal: null } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      return changeRules(deps, ctx.caller, change, async (_tx, changed) =>
        changed.kind === 'proposed' ? proposed(changed.change) : { status: 204 as const },
      );
    },
  };
}

/** A cursor holds the whole subject, and may be 500 characters long. */
const longestSubject = 330;

function mappingOf(
  { subject, accountId }: { readonly subject: string; readonly accountId: string },
  { principal }: Schema<'PrincipalMappingInput'>,
): PrincipalMapping {
  if (Buffer.byteLength(subject) > longestSubject || subject.includes('\0'))
    throw problem('parameter-invalid', {
      errors: [{ pointer: 'subject', message: `has at most ${longestSubject} bytes and no NUL` }],
    });
  return { subject, accountId, principal: mappedPrincipal.parse(principal) };
}

/** Mappings have no time; their order is that of their subjects. */
const noInstant = '1970-01-01T00:00:00.000Z';
const mappingPattern = /^(\d{12}|\*) [^\0]{3,512}$/;

function readMappingId(id: string): Pick<PrincipalMapping, 'subject' | 'accountId'> {
  const space = id.indexOf(' ');
  return { accountId: id.slice(0, space), subject: id.slice(space + 1) };
}
