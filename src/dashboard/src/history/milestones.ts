import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';

const telling: readonly string[] = [
  'planActivated', 'planHeld', 'planResumed', 'planCompleted', 'planRevoked', 'redFlagRaised', 'redFlagResolved', 'goalClosed', 'procedureRecorded', 'handoverAccepted', 'leadTransferred',
];

/** Versions that people look for when they go through a plan's life. */
export const milestones = (events: readonly PlanEvent[]) => events.filter((event) => telling.includes(event.change.case ?? ''));

export const toneOf = (event: PlanEvent): 'flag' | 'procedure' | 'plan' => {
  if (event.change.case?.startsWith('redFlag')) return 'flag';
  return event.change.case?.startsWith('procedure') ? 'procedure' : 'plan';
};
