import { defineCheck, type Verdict } from '../check.ts';
import { trailsNotReadable } from './trail-state.ts';

export const trailDeliveryHealthy = defineCheck({
  id: 'trail-delivery-healthy',
  title: 'Every trail delivers its log files',
  severity: 'medium',
  subject: 'trail',
  rationale: 'A trail that says it is recording and cannot write to its bucket keeps nothing.',
  remedy:
    'Mend the policy of the bucket or of the KMS key as the error says (AccessDenied, ' +
    'NoSuchBucket), then look again after fifteen minutes.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  controls: ['LP-2'],
  needs: ['trails'],
  run: ({ trails }) =>
    trails.map((trail): Verdict => {
      const { name, arn: subject, status } = trail;
      if (status.status === 'unknown')
        return trailsNotReadable([{ ...trail, managementEvents: status }], subject);
      const { logging, deliveryError } = status.value;
      if (deliveryError !== undefined && deliveryError !== '') {
        const message = `${name} could not deliver: ${deliveryError}.`;
        return { outcome: 'fail', subject, message, evidence: { deliveryError } };
      }
      return logging
        ? { outcome: 'pass', subject, message: `${name} delivers its log files.` }
        : { outcome: 'not-applicable', subject, message: `${name} is not recording.` };
    }),
});
