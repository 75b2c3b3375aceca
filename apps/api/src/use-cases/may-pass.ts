import { failureOf } from '../role-requests/work-failure.ts';

/** Whether work that only reads may go well another time; of a defect of ours nobody knows. */
export function mayPass(error: unknown): boolean {
  try {
    return failureOf(error).retry;
  } catch {
    return true;
  }
}
