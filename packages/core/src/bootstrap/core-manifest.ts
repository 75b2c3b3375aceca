import { Document, isMap, isSeq, type Node } from 'yaml';
import type { Bootstrap, ReasonedStatement } from './bootstrap.ts';
import { corePath, coreScope } from './core-names.ts';

/** The bootstrap as a manifest of its own, each statement below its reason. */
export function coreManifest(bootstrap: Bootstrap): string {
  const { account, partition, provider, policies, roles } = bootstrap;
  const document = new Document(
    {
      version: 1,
      scope: coreScope,
      account,
      partition,
      oidcProviders: { [provider.url]: { clientIds: provider.clientIds } },
      policies: Object.fromEntries(
        policies.map(({ name, description, document }) => [
          name,
          { description, path: corePath, document },
        ]),
      ),
      roles: Object.fromEntries(
        roles.map(({ name, description, trust, policies: held }) => [
          name,
          { description, path: corePath, trust, managedPolicies: held },
        ]),
      ),
    },
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = ` What Rolecall itself needs in account ${account}, for the scope ${bootstrap.scope}.\n Written by \`rolecall bootstrap\`; carried out by an administrator, not by Rolecall's own roles.`;
  for (const { name, statements } of policies) {
    explain(document, ['policies', name, 'document', 'Statement'], statements);
  }
  for (const { name, statements } of roles) {
    explain(document, ['roles', name, 'trust', 'Statement'], statements);
  }
  return document.toString({ lineWidth: 0 });
}

function explain(
  document: Document,
  path: readonly string[],
  statements: readonly ReasonedStatement[],
): void {
  const list: unknown = document.getIn(path, true);
  if (!isSeq<Node>(list)) return;
  list.items.forEach((item, index) => {
    const why = statements[index]?.why;
    if (isMap(item) && why !== undefined) item.commentBefore = ` ${why}`;
  });
}
