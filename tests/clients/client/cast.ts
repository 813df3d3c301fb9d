import { randomUUID } from 'node:crypto';
import { Session, type Who } from './server.ts';

/** The people of one test, in an organization of their own, so that tests see only what they made. */
export async function cast() {
  const organization = `clients-${randomUUID().slice(0, 8)}`;
  const person = (personId: string, name: string, role: string): Who => ({ organization, personId, name, role });
  return {
    physiatrist: await Session.signIn(person('okafor', 'Dr. Ada Okafor', 'physiatrist')),
    therapist: await Session.signIn(person('lindqvist', 'Nils Lindqvist', 'physical-therapist')),
    stranger: await Session.signIn(person('moreau', 'Claire Moreau', 'occupational-therapist')),
  };
}

export type Cast = Awaited<ReturnType<typeof cast>>;

/** An active plan with the therapist on its team and one task of theirs: version 4. */
export async function activePlan({ physiatrist, therapist }: Cast): Promise<{ planId: string; taskId: string; version: number }> {
  const { planId } = await physiatrist.command('PlanService.CreatePlan', {
    title: 'Lumbar radiculopathy, non-operative',
    patient: { reference: 'Patient/clients-1', name: 'Jonas Weber', birthDate: '1971-03-09' },
  });
  await physiatrist.command('PlanService.ActivatePlan', { planId });
  await physiatrist.command('TeamService.AddMember', {
    planId,
    person: { personId: therapist.who.personId, name: therapist.who.name, role: 'ROLE_PHYSICAL_THERAPIST' },
  });
  const { taskId, version } = await physiatrist.command('TaskService.AddTask', {
    planId,
    title: 'Directional preference exercises',
    discipline: 'DISCIPLINE_PHYSICAL_THERAPY',
    kind: 'TASK_KIND_EXERCISE',
    assigneeId: therapist.who.personId,
  });
  return { planId, taskId, version };
}

export async function leave(people: Cast): Promise<void> {
  for (const session of Object.values(people)) session.close();
}
