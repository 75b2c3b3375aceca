import { expect, it } from 'vitest';
import { z } from 'zod';
import { aReport, everyFinding } from '../testing/report.fixture.ts';
import { findingsOcsf, ocsfVersion } from './findings-ocsf.ts';

/** What class 2003 and its objects require in OCSF 1.3.0, and the values they may have. */
const event = z.object({
  activity_id: z.literal([0, 1, 2, 3, 99]),
  category_uid: z.literal(2),
  class_uid: z.literal(2003),
  type_uid: z.int(),
  time: z.int().min(1_500_000_000_000),
  severity_id: z.literal([0, 1, 2, 3, 4, 5, 6, 99]),
  status_id: z.literal([0, 1, 2, 3, 4, 5, 99]),
  metadata: z.object({
    version: z.literal(ocsfVersion),
    product: z.object({ vendor_name: z.string(), name: z.string(), version: z.string() }),
    profiles: z.tuple([z.literal('cloud')]),
  }),
  cloud: z.object({ provider: z.string(), account: z.object({ uid: z.string() }) }),
  finding_info: z.object({ uid: z.string().min(1), title: z.string().min(1) }),
  compliance: z.object({
    standards: z.array(z.string()).min(1),
    status_id: z.literal([0, 1, 2, 3, 99]),
  }),
  remediation: z.object({ desc: z.string().min(1) }).optional(),
  resources: z.array(z.object({ uid: z.string(), type: z.string() })).min(1),
});

const events = z.array(event).parse(findingsOcsf(aReport()));

it('gives every finding as an event of its class', () => {
  expect(events.map(({ finding_info }) => finding_info.uid)).toEqual(
    everyFinding.map(({ id }) => id),
  );
  for (const { type_uid, class_uid, activity_id } of events)
    expect(type_uid).toBe(class_uid * 100 + activity_id);
});

it('maps outcomes, exceptions and severities', () => {
  expect(
    events.map(({ compliance, status_id, severity_id }) =>
      [compliance.status_id, status_id, severity_id].join(),
    ),
  ).toEqual(['0,1,5', '3,1,3', '1,4,1', '2,1,3', '99,1,3', '99,4,1', '3,3,4', '3,1,3']);
});
