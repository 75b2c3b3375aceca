import { z } from 'zod';

/** Tags as IAM takes them; permission sets take the same, and more of them. */
export const tagsSchema = z
  .record(
    z
      .string()
      .min(1)
      .max(128)
      .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u, 'holds a character that tag keys may not have')
      .refine((key) => !/^(aws|rolecall):/i.test(key), 'begins with a reserved prefix'),
    z
      .string()
      .max(256)
      .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, 'holds a character that tag values may not have'),
  )
  .refine(
    (tags) => Object.keys(tags).length <= 47,
    'holds more than 47 tags (IAM takes 50, three are ours)',
  )
  .refine(
    (tags) =>
      new Set(Object.keys(tags).map((key) => key.toLowerCase())).size === Object.keys(tags).length,
    'holds keys that differ in case only, which IAM takes for one',
  )
  .default({});
