import { blueprints } from '../../packages/core/src/blueprints/catalogue.ts';
import { actionFiles, produceActionFile } from './action-bundle.ts';
import { produceActionData } from './action-data.ts';
import { produceActionLicences } from './action-licences.ts';
import { blueprintPage, produceBlueprintPage, produceBlueprintsDoc } from './blueprints-doc.ts';
import { produceChecksDoc } from './checks-doc.ts';
import { produceComplianceDoc } from './compliance-doc.ts';
import { produceContractBundle } from './contract-bundle.ts';
import { produceContractDocument } from './contract-document.ts';
import { produceContractClientTypes, produceContractTypes } from './contract-types.ts';
import type { Generator } from './generator.ts';
import { produceGuardrailsSchema } from './guardrails-schema.ts';
import { produceGuidesDoc } from './guides-doc.ts';
import { produceLintDoc } from './lint-doc.ts';
import { produceFragmentSchema, produceManifestSchema } from './manifest-schema.ts';
import { producePolicyBundle } from './policy-bundle.ts';

/** Every generated file of the repository. One function per file beside this list. */
export const generators: readonly Generator[] = [
  { output: 'apps/action/dist/licences.txt', produce: produceActionLicences },
  ...actionFiles.map((name) => ({
    output: `apps/action/dist/${name}`,
    produce: () => produceActionFile(name),
  })),
  { output: 'docs/blueprints.gen.md', produce: produceBlueprintsDoc },
  ...blueprints.map((blueprint) => ({
    output: `docs/${blueprintPage(blueprint.id)}`,
    produce: () => produceBlueprintPage(blueprint),
  })),
  { output: 'docs/checks.gen.md', produce: produceChecksDoc },
  { output: 'docs/compliance.gen.md', produce: produceComplianceDoc },
  { output: 'docs/guides.gen.md', produce: produceGuidesDoc },
  { output: 'docs/policy-lint.gen.md', produce: produceLintDoc },
  { output: 'packages/contract/dist/index.gen.d.ts', produce: produceContractClientTypes },
  { output: 'packages/contract/dist/index.gen.js', produce: produceContractBundle },
  { output: 'packages/contract/src/api.gen.ts', produce: produceContractTypes },
  { output: 'packages/contract/src/document.gen.json', produce: produceContractDocument },
  {
    output: 'packages/core/schemas/rolecall-guardrails.schema.gen.json',
    produce: produceGuardrailsSchema,
  },
  { output: 'packages/core/schemas/rolecall.schema.gen.json', produce: produceManifestSchema },
  {
    output: 'packages/core/schemas/rolecall-fragment.schema.gen.json',
    produce: produceFragmentSchema,
  },
  { output: 'packages/policy/data/action-data.gen.json', produce: produceActionData },
  { output: 'packages/policy/dist/index.gen.js', produce: producePolicyBundle },
];
