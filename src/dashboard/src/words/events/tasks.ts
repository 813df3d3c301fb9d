import type { Person } from '../../gen/careteam/v1/team_pb';
import { dayWords } from '../times';
import { quoted, said, type AreaWords } from './told';

export const taskWords: AreaWords = ({ change, actor }, called) => {
  switch (change.case) {
    case 'taskAdded': return said(`${asking(change.value.task?.assignee, actor)} ${quoted(change.value.task?.title)}`);
    case 'taskReassigned': return said(`gave ${called.task(change.value.taskId)} to ${change.value.assignee?.name ?? 'the whole team'}`, change.value.reason);
    case 'taskAccepted': return said(`accepted ${called.task(change.value.taskId)}`);
    case 'taskDeclined': return said(`declined ${called.task(change.value.taskId)}`, change.value.reason);
    case 'taskStarted': return said(`started ${called.task(change.value.taskId)}`);
    case 'taskOccurrenceCompleted': return said(`completed session ${change.value.occurrence} of ${called.task(change.value.taskId)}`, change.value.outcome);
    case 'taskCompleted': return said(`completed ${called.task(change.value.taskId)}`, change.value.outcome);
    case 'taskCancelled': return said(`called off ${called.task(change.value.taskId)}`, change.value.reason);
    case 'taskFindingAdded': return said(`noted on ${called.task(change.value.taskId)}`, change.value.finding?.text);
    case 'taskRescheduled': return said(`moved ${called.task(change.value.taskId)} to ${dayWords(change.value.dueDate)}`, change.value.reason);
    default: return undefined;
  }
};

function asking(assignee: Person | undefined, actor: Person | undefined): string {
  if (assignee === undefined) return 'asked the team for';
  return assignee.personId === actor?.personId ? 'planned' : `asked ${assignee.name} for`;
}
