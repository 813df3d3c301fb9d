import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { cast, leave, type Cast } from './client/cast.ts';

let people: Cast;
before(async () => void (people = await cast()));
after(() => leave(people));

test('A FHIR bundle becomes plans, and the same bundle again becomes nothing more', async () => {
  const bundleJson = readFileSync(new URL('fixtures/bundle.json', import.meta.url), 'utf8');
  const carePlans = JSON.parse(bundleJson).entry.filter((e: any) => e.resource.resourceType === 'CarePlan');

  const first = await people.physiatrist.command('InteropService.ImportBundle', { bundleJson });
  assert.equal(first.plans.length, carePlans.length);
  assert.ok(first.plans.every((p: any) => p.created && p.version > 0));

  const { plan } = await people.physiatrist.call('PlanService.GetPlan', { planId: first.plans[0].planId });
  assert.equal(plan.version, first.plans[0].version);
  assert.equal(plan.source, first.plans[0].source);
  assert.equal(plan.lead.personId, people.physiatrist.who.personId);

  const again = await people.physiatrist.command('InteropService.ImportBundle', { bundleJson });
  assert.deepEqual(again.plans.map((p: any) => [p.planId, p.created ?? false]), first.plans.map((p: any) => [p.planId, false]));
  assert.ok(again.plans.every((p: any) => again.leftOut.some((l: any) => l.resource === p.source && l.reason.startsWith('was imported before'))));
});
