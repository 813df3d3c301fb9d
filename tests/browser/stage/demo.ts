import type { Clinic } from './clinic.ts';

let played: Promise<string> | undefined;

/** The demo, played once into the organization "demo"; the answer is its longest plan, which has something in every part of the page. */
export function demoPlan(clinic: Clinic): Promise<string> {
  return (played ??= (async () => {
    await clinic.server.cli('demo', '--fast');
    const { plans } = await clinic.call('physiatrist', 'PlanService.ListPlans', {});
    const found = await Promise.all(plans.map(({ planId }: { planId: string }) => clinic.call('physiatrist', 'PlanService.GetPlan', { planId })));
    return found.map(({ plan }) => plan).sort((a, b) => b.version - a.version)[0].planId as string;
  })());
}
