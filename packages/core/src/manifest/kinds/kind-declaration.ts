import type { DesiredOf, ResourceType, SpecifiedType } from '../../model/resource.ts';
import type { ResourceSections } from '../../model/resource-sections.ts';
import type { DeclaredAs } from '../declared-as.ts';
import type { Account, Resolver } from '../resolver.ts';

/** How resources of a kind stand in a manifest. */
export interface KindDeclaration<T extends SpecifiedType> {
  /** What the sections declare of the kind. */
  readonly declare: (
    sections: ResourceSections,
    declaredAs: DeclaredAs,
    account: string,
  ) => readonly DesiredOf<T>[];
  /** The ARN that it has, or will have; with `*` for what AWS makes up. */
  readonly arn: (resource: Named<T>, account: Account) => string;
  /** What it cannot be without, beside what it names by ARN; so it ends with that. */
  readonly needs?: (resource: DesiredOf<T>) => readonly Needed[];
  /** Puts ARNs for names of policies, and what placeholders in documents stand for. */
  readonly resolve?: (resource: DesiredOf<T>, to: Resolver) => DesiredOf<T>;
}

export interface Needed {
  readonly type: ResourceType;
  readonly name: string;
}

/** Enough of a resource to tell its ARN. */
export type Named<T extends SpecifiedType> = Pick<DesiredOf<T>, 'name'>;
