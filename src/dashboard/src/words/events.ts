import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import { clockWords } from './events/clocks';
import { diagnosticsWords } from './events/diagnostics';
import { medicationWords } from './events/medications';
import { noteWords } from './events/notes';
import { outcomeWords } from './events/outcomes';
import { plainly } from './events/plainly';
import { planWords } from './events/plans';
import { procedureWords } from './events/procedures';
import { ruleWords } from './events/rules';
import { taskWords } from './events/tasks';
import { teamWords } from './events/team';
import { therapyWords } from './events/therapy';
import { Called, type AreaWords, type EventWords } from './events/told';

/** Each area's sentences stand in a file of their own. */
const areas: readonly AreaWords[] = [
  planWords,
  teamWords,
  taskWords,
  noteWords,
  diagnosticsWords,
  medicationWords,
  procedureWords,
  therapyWords,
  outcomeWords,
  ruleWords,
  clockWords,
];

/** What happened, as a sentence about the plan as it is shown. */
export function eventWords(event: PlanEvent, plan: CarePlan | undefined): EventWords {
  const called = new Called(plan);
  for (const area of areas) {
    const words = area(event, called);
    if (words !== undefined) return words;
  }
  return plainly(event.change);
}
