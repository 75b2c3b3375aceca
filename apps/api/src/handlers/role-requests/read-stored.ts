import type { Schema } from '@rolecall/contract';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';

const severitySchema = z.enum(['info', 'low', 'medium', 'high', 'critical']);

export function readSeverity(text: string): Schema<'Severity'> {
  return severitySchema.parse(text);
}

/** The plan as it was stored, whole: what people approve is what they are shown. */
export function readPlan(stored: Json): Schema<'Plan'> {
  return planSchema.parse(stored);
}

/** We wrote it ourselves; its form is the plan's own, which the contract's answers are held to. */
const planSchema = z.custom<Schema<'Plan'>>(
  (value) => typeof value === 'object' && value !== null && 'planId' in value,
);
