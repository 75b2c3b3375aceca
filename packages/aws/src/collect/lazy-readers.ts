import type { Reader } from './reader.ts';

// Readers of services that few runs ask: each is loaded, with its client, when it is needed.

export const readAppRunnerServices = async (reader: Reader) =>
  (await import('./lazy/app-runner-services.ts')).readAppRunnerServices(reader);

export const readEventRules = async (reader: Reader) =>
  (await import('./lazy/event-rules.ts')).readEventRules(reader);

export const readIdentityCenterSetup = async (reader: Reader) =>
  (await import('../identity-center/read-setup.ts')).readIdentityCenterSetup(reader);

export const readInstances = async (reader: Reader) =>
  (await import('./lazy/instances.ts')).readInstances(reader);

export const readMetricFilters = async (reader: Reader) =>
  (await import('./lazy/metric-filters.ts')).readMetricFilters(reader);

export const readProtonStacks = async (reader: Reader) =>
  (await import('./lazy/proton-stacks.ts')).readProtonStacks(reader);

export const readProtonSettings = async (reader: Reader) =>
  (await import('../proton/account-settings.ts')).readProtonSettings(reader);

export const readReplicationSets = async (reader: Reader) =>
  (await import('./lazy/replication-sets.ts')).readReplicationSets(reader);

export const readTopicSubscriptions = async (reader: Reader) =>
  (await import('./lazy/topic-subscriptions.ts')).readTopicSubscriptions(reader);
