import { z } from 'zod';
import { nearestName } from '../model/nearest-name.ts';
import appRunner from './catalogue/app-runner.json' with { type: 'json' };
import awsAccount from './catalogue/aws-account.json' with { type: 'json' };
import ecsExpress from './catalogue/ecs-express.json' with { type: 'json' };
import emergencyAccess from './catalogue/emergency-access.json' with { type: 'json' };
import githubActionsOidc from './catalogue/github-actions-oidc.json' with { type: 'json' };
import iamTutorial from './catalogue/iam-tutorial.json' with { type: 'json' };
import incidentManager from './catalogue/incident-manager.json' with { type: 'json' };
import proton from './catalogue/proton.json' with { type: 'json' };
import { type Guide, guideSchema, stepSchema } from './guide.ts';

/** A step that is the same as one of another guide, but for where it comes from. */
const sameStep = z.strictObject({
  sameAs: z.string(),
  covers: stepSchema.shape.covers,
  source: stepSchema.shape.source,
});

const fileSchema = z.looseObject({
  id: z.string(),
  steps: z.array(z.union([sameStep, stepSchema])),
});

type File = z.infer<typeof fileSchema>;

/** Every guide: first what every account needs, then by service. */
export const guides: readonly Guide[] = readGuides([
  awsAccount,
  iamTutorial,
  emergencyAccess,
  githubActionsOidc,
  ecsExpress,
  appRunner,
  incidentManager,
  proton,
]);

export function findGuide(id: string): Guide | undefined {
  return guides.find((guide) => guide.id === id);
}

/** The guide whose id a misspelt one is most like, if any is like it at all. */
export function nearestGuide(id: string): string | undefined {
  return nearestName(
    id,
    guides.map((guide) => guide.id),
  );
}

function readGuides(files: readonly unknown[]): readonly Guide[] {
  const parsed = files.map((file) => fileSchema.parse(file));
  return parsed.map((file) =>
    guideSchema.parse({
      ...file,
      steps: file.steps.map((step) =>
        'sameAs' in step ? { ...original(step.sameAs, parsed), ...placeOf(step) } : step,
      ),
    }),
  );
}

function placeOf({ covers, source }: z.infer<typeof sameStep>) {
  return { covers, source };
}

/** `GUIDE/STEP`, which must be written out there. */
function original(reference: string, files: readonly File[]): z.infer<typeof stepSchema> {
  const [guide, id] = reference.split('/');
  const steps = files.find((file) => file.id === guide)?.steps ?? [];
  const found = steps.flatMap((step) => ('sameAs' in step || step.id !== id ? [] : [step]))[0];
  if (found === undefined) throw new Error(`no guide has the step ${reference}`);
  return found;
}
