import { describe, expect, it } from 'vitest';
import { blueprints } from './catalogue.ts';
import { lifecycle, retiredService, staleLifecycle } from './lifecycle.ts';

describe('retiredService', () => {
  it.each([
    ['proton.amazonaws.com', 'AWS Proton'],
    ['sync.proton.amazonaws.com', 'AWS Proton'],
    ['service-sync.proton.amazonaws.com', 'AWS Proton'],
    ['codebuild.proton.amazonaws.com', 'AWS Proton'],
    ['apprunner.amazonaws.com', 'AWS App Runner'],
    ['build.apprunner.amazonaws.com', 'AWS App Runner'],
    ['tasks.apprunner.amazonaws.com', 'AWS App Runner'],
    ['networking.apprunner.amazonaws.com', 'AWS App Runner'],
    ['ssm-incidents.amazonaws.com', 'AWS Systems Manager Incident Manager'],
    ['SSM-Incidents.amazonaws.com', 'AWS Systems Manager Incident Manager'],
  ])('%s belongs to %s', (principal, title) => {
    expect(retiredService(principal)?.title).toBe(title);
  });

  it.each([
    'codebuild.amazonaws.com',
    'ssm.amazonaws.com',
    'ecs-tasks.amazonaws.com',
    'proton',
    '',
  ])('%j belongs to none of them', (principal) => {
    expect(retiredService(principal)).toBeUndefined();
  });

  it('knows each principal once, and every one that shows a customer', () => {
    const services = Object.values(lifecycle.services);
    const principals = services.flatMap((service) => service.principals);
    expect(new Set(principals).size).toBe(principals.length);
    for (const { customerEvidence, principals: own } of services) {
      expect(own).toEqual(expect.arrayContaining(customerEvidence));
    }
  });

  it('agrees with the blueprints', () => {
    for (const { id, service, resources } of blueprints) {
      const named = JSON.stringify(resources).match(/[a-z.-]+\.amazonaws\.com/g) ?? [];
      for (const principal of named) {
        const retired = retiredService(principal);
        if (retired) expect(retired, id).toBe(lifecycle.services[service ?? '']);
      }
    }
  });
});

describe('staleLifecycle', () => {
  const after = (days: number): Date =>
    new Date(Date.parse(lifecycle.asOf) + days * 24 * 60 * 60 * 1000);

  it.each([-1, 0, 1, 90, 90.9])('says nothing after %d days', (days) => {
    expect(staleLifecycle(after(days))).toBeUndefined();
  });

  it.each([91, 400])('warns after %d days, with the date', (days) => {
    expect(staleLifecycle(after(days))).toContain(lifecycle.asOf);
    expect(staleLifecycle(after(days))).toContain(`${days} days`);
  });
});
