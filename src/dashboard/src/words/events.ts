import { TestCompletion, type OutcomeMeasurement } from '../gen/careteam/v1/outcome_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import { GoalStatus, type CarePlan } from '../gen/careteam/v1/plan_pb';
import type { Person } from '../gen/careteam/v1/team_pb';
import { disciplineWords, redFlagWords, roleWords } from './enums';
import { dayWords } from './times';
import { amountWords } from './units';

export interface EventWords {
  /** Follows the name of who did it: "Tomás Rivera *accepted PT evaluation*". */
  did: string;
  /** A reason, a finding, an outcome: what the person wrote. */
  because: string;
}

/** What happened, as a sentence about the plan as it is shown. */
export function eventWords({ change, actor }: PlanEvent, plan: CarePlan | undefined): EventWords {
  const task = (id: string) => quoted(plan?.tasks.find((t) => t.taskId === id)?.title) ?? 'a task';
  const goal = (id: string) => quoted(plan?.goals.find((g) => g.goalId === id)?.description) ?? 'a goal';
  const member = (id: string) => plan?.members.find((m) => m.person?.personId === id)?.person?.name ?? 'a member';
  const said = (did: string, because = ''): EventWords => ({ did, because });

  switch (change.case) {
    case 'planCreated': return said(`opened the plan ${quoted(change.value.title)}`);
    case 'planActivated': return said('started the plan');
    case 'planHeld': return said('put the plan on hold', change.value.reason);
    case 'planResumed': return said('took the plan up again');
    case 'planCompleted': return said('completed the plan', change.value.summary);
    case 'planRevoked': return said('ended the plan before its time', change.value.reason);
    case 'diagnosisAdded': return said(`added the diagnosis ${[change.value.diagnosis?.icd10cmCode, change.value.diagnosis?.text].filter(Boolean).join(' ')}`);
    case 'goalAdded': return said(`set the goal ${quoted(change.value.goal?.description)}`);
    case 'goalRevised': return said(`revised the goal ${quoted(change.value.goal?.description)}`, change.value.reason);
    case 'goalClosed': return said(`${closing(change.value.status)} ${goal(change.value.goalId)}`, change.value.reason);
    case 'redFlagRaised': return said(`raised a red flag: ${redFlagWords(change.value.kind).toLowerCase()}`, change.value.finding);
    case 'redFlagResolved': return said('resolved a red flag', change.value.resolution);
    case 'memberAdded': return said(`added ${change.value.person?.name} to the team, ${roleWords(change.value.person?.role ?? 0).toLowerCase()}`);
    case 'membershipEnded': return said(`ended the membership of ${member(change.value.personId)}`, change.value.reason);
    case 'taskAdded': return said(`${asking(change.value.task?.assignee, actor)} ${quoted(change.value.task?.title)}`);
    case 'taskReassigned': return said(`gave ${task(change.value.taskId)} to ${change.value.assignee?.name ?? 'the whole team'}`, change.value.reason);
    case 'taskAccepted': return said(`accepted ${task(change.value.taskId)}`);
    case 'taskDeclined': return said(`declined ${task(change.value.taskId)}`, change.value.reason);
    case 'taskStarted': return said(`started ${task(change.value.taskId)}`);
    case 'taskOccurrenceCompleted': return said(`completed session ${change.value.occurrence} of ${task(change.value.taskId)}`, change.value.outcome);
    case 'taskCompleted': return said(`completed ${task(change.value.taskId)}`, change.value.outcome);
    case 'taskCancelled': return said(`called off ${task(change.value.taskId)}`, change.value.reason);
    case 'taskRescheduled': return said(`moved ${task(change.value.taskId)} to ${dayWords(change.value.dueDate)}`, change.value.reason);
    case 'noteSubmitted': return said(`wrote a note${inField(change.value.summary?.discipline)}`);
    case 'noteAmended': return said('amended a note', change.value.reason);
    case 'outcomeRecorded': return said(`recorded ${measuredWords(change.value.outcome)}`);
    case undefined: return said('changed something that this page does not know yet: reload it');
    // New kinds are told by their name, until somebody gives them a sentence.
    default: return said(spoken((change as { case: string }).case));
  }
}

const spoken = (name: string) => name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`);
const quoted = (text: string | undefined) => (text ? `“${text}”` : undefined);
const inField = (discipline: number | undefined) => (discipline ? `, ${disciplineWords(discipline).toLowerCase()}` : '');

/** "ODI: 24 %, moderate disability". */
function measuredWords(outcome: OutcomeMeasurement | undefined): string {
  if (outcome === undefined) return 'an outcome';
  if (outcome.completion === TestCompletion.UNABLE) return `${outcome.abbreviation}: not possible`;
  const scores = outcome.scores.map((s) =>
    [s.subscaleId, s.value === undefined ? '' : s.unit === 'code' ? '' : amountWords(s.value, s.unit), s.band].filter(Boolean).join(' '));
  return `${outcome.abbreviation}: ${scores.join(', ')}${outcome.needsSafetyReview ? ' (safety review today)' : ''}`;
}

function asking(assignee: Person | undefined, actor: Person | undefined): string {
  if (assignee === undefined) return 'asked the team for';
  return assignee.personId === actor?.personId ? 'planned' : `asked ${assignee.name} for`;
}

function closing(status: GoalStatus): string {
  switch (status) {
    case GoalStatus.ACHIEVED: return 'closed as achieved:';
    case GoalStatus.NOT_ACHIEVED: return 'closed as not achieved:';
    default: return 'cancelled';
  }
}
