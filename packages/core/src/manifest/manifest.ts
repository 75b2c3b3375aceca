import type { SourcePosition } from '../model/errors.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Delivery } from '../model/sign-in.ts';
import type { BlueprintUse, ManifestDocument } from './schema.ts';
import type { SourcePath } from './yaml-places.ts';

/** Resources declared in one place, before their names and policies are resolved. */
export interface Declarations {
  readonly sections: ResourceSections;
  /** Where the value at a path within the sections stands. */
  readonly locate: (path: SourcePath) => SourcePosition;
}

export interface BlueprintDeclaration extends BlueprintUse {
  /** The name given in the manifest: `web` in `blueprints.web`. */
  readonly name: string;
  readonly locate: (path: SourcePath) => SourcePosition;
  /** What its user makes of the resources before they are resolved; no file can say it. */
  readonly shape?: (sections: ResourceSections) => ResourceSections;
}

/** How much of what is declared no longer goes. */
export interface Prune {
  readonly enabled: boolean;
  readonly maxDeletes: number;
  /** Of all that the scope owns. */
  readonly maxDeletePercent?: number | undefined;
  /** Whether a manifest that declares nothing may delete all of the scope. */
  readonly allowEmpty?: boolean;
  /** Where a scope can hold nothing but IAM, nothing else is looked for; no file can say it. */
  readonly iamOnly?: true;
}

/** A resource that is declared under a new name. */
export interface Move {
  /** `role/old`. */
  readonly from: string;
  readonly to: string;
  readonly position: SourcePosition;
}

/** What is never touched. */
export interface Ignored {
  /** `type/name` or an ARN, with wildcards. */
  readonly pattern: string;
  readonly position: SourcePosition;
}

/** The wanted state of one account, from all its files, checked for form. */
export interface Manifest {
  readonly scope: string;
  readonly account: string;
  readonly partition: string;
  readonly prune: Prune | undefined;
  readonly ignoreTags: readonly string[];
  readonly ignore?: readonly Ignored[];
  readonly moved?: readonly Move[];
  readonly expiryNoticeDays?: number;
  /** To whom passwords and keys go where a user says nothing else. */
  readonly delivery?: Delivery | undefined;
  readonly checks: ManifestDocument['checks'];
  /** Those of `checks` that the file says itself: they win over the limits of a profile. */
  readonly ownChecks?: Partial<CheckSettings>;
  readonly declarations: readonly Declarations[];
  readonly blueprints: readonly BlueprintDeclaration[];
  /** The root file first. */
  readonly files: readonly string[];
}
