import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Session } from '../../clients/client/server.ts';
import { Screen, type Look } from './screen.ts';
import type { Server } from './server.ts';

/** The sign-in page of a Development server offers the same people. */
const people = {
  physiatrist: ['dr-lindqvist', 'Dr. Ingrid Lindqvist', 'physiatrist'],
  colleague: ['dr-osei', 'Dr. Samuel Osei', 'physiatrist'],
  therapist: ['pt-rivera', 'Tomás Rivera', 'physical-therapist'],
  assistant: ['pta-park', 'Jun Park', 'physical-therapist-assistant'],
  occupationalTherapist: ['ot-okafor', 'Hannah Okafor', 'occupational-therapist'],
  wall: ['wall', 'Screen on the ward', 'display'],
} as const;

export type Name = keyof typeof people;

/** The organization of one test: its people, what they have done already, and their windows. */
export class Clinic {
  private readonly sessions = new Map<Name, Session>();
  readonly screens: Screen[] = [];
  /** Told of every new window before it goes anywhere. */
  onscreen: (screen: Screen) => void = () => undefined;

  constructor(readonly server: Server, private readonly browser: Browser, readonly organization: string) {}

  async session(name: Name): Promise<Session> {
    const [personId, fullName, role] = people[name];
    const session = this.sessions.get(name) ?? (await Session.signIn({ organization: this.organization, personId, name: fullName, role }));
    this.sessions.set(name, session);
    return session;
  }

  /** A window in which nobody is signed in. */
  async screen(look?: Look, server = this.server): Promise<Screen> {
    const screen = await Screen.open(this.browser, server.address, look);
    this.screens.push(screen);
    this.onscreen(screen);
    return screen;
  }

  /** A window of this person, at this place. */
  async screenOf(name: Name, hash: string, look?: Look): Promise<Screen> {
    const screen = await this.screen(look);
    await screen.signIn(await this.session(name));
    await screen.goto(hash);
    return screen;
  }

  async call(name: Name, method: string, request: object): Promise<any> {
    return (await this.session(name)).call(method, request);
  }

  async command(name: Name, method: string, request: object): Promise<any> {
    return (await this.session(name)).command(method, request);
  }

  /** An active plan, led by the physiatrist, with these on its team. */
  async plan(patient: string, team: Name[] = ['therapist'], lead: Name = 'physiatrist'): Promise<string> {
    const { planId } = await this.command(lead, 'PlanService.CreatePlan', {
      title: 'Lumbar radiculopathy, non-operative', patient: { reference: `Patient/${randomUUID()}`, name: patient, birthDate: '1975-04-21' },
    });
    await this.command(lead, 'PlanService.ActivatePlan', { planId });
    for (const name of team) await this.addMember(planId, name, lead);
    return planId;
  }

  async addMember(planId: string, name: Name, lead: Name = 'physiatrist'): Promise<void> {
    const [personId, fullName, role] = people[name];
    await this.command(lead, 'TeamService.AddMember', {
      planId,
      person: { personId, name: fullName, role: `ROLE_${role.toUpperCase().replaceAll('-', '_')}` },
      ...(name === 'assistant' ? { supervisorPersonId: people.therapist[0] } : {}),
    });
  }

  async task(planId: string, title: string, assignee: Name | undefined, more: object = {}): Promise<string> {
    const { taskId } = await this.command('physiatrist', 'TaskService.AddTask', {
      planId, title, discipline: 'DISCIPLINE_PHYSICAL_THERAPY', kind: 'TASK_KIND_EXERCISE', assigneeId: assignee === undefined ? '' : people[assignee][0], ...more,
    });
    return taskId;
  }

  note(name: Name, planId: string, assessment: string, more: object = {}): Promise<any> {
    return this.command(name, 'NoteService.SubmitNote', { planId, body: { soap: { assessment } }, ...more });
  }

  /** ODI by its ten items. */
  odi(planId: string, answers: number[], measuredAt?: Date): Promise<any> {
    return this.command('therapist', 'OutcomeService.RecordOutcome', {
      planId, instrumentId: 'odi', answers: answers.map((value) => ({ value })), measuredAt: measuredAt && { seconds: Math.floor(measuredAt.getTime() / 1000) },
    });
  }

  async events(planId: string): Promise<any[]> {
    return (await this.call('physiatrist', 'HistoryService.ListPlanEvents', { planId, pageSize: 1000 })).events;
  }

  async leave(): Promise<void> {
    for (const screen of this.screens) await screen.close();
    for (const session of this.sessions.values()) session.close();
  }
}

export const fullName = (name: Name): string => people[name][1];
export const planAt = (planId: string, tab = ''): string => `#/plans/${planId}${tab}`;
