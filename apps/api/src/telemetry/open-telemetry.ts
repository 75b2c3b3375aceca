import type { Log } from '../work/log.ts';
import { noTelemetry, type Telemetry } from './telemetry.ts';
import type { TelemetryConfig } from './telemetry-config.ts';

export interface TelemetryEnvironment {
  readonly log: Log;
  /** Tells this process from others of the same service. */
  readonly instanceId: string;
}

/** Loads OpenTelemetry only where it is wanted: it takes a third of a second and 50 MB. */
export async function openTelemetry(
  config: TelemetryConfig | null,
  environment: TelemetryEnvironment,
): Promise<Telemetry> {
  if (config === null) return noTelemetry;
  const { startTelemetry } = await import('./start-telemetry.ts');
  return startTelemetry(config, environment);
}
