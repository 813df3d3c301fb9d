import { dayWords } from '../times';
import { dueTitle, quoted, said, type AreaWords } from './told';

export const clockWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'dueRaised': return said(`reminds of ${quoted(dueTitle(change.value.due?.title)) ?? 'something'}, due ${dayWords(change.value.due?.dueDate ?? '')}`);
    case 'dueOverdue': return said(`found ${called.due(change.value)} overdue`);
    case 'dueMet': return said(`found ${called.due(change.value)} done`);
    default: return undefined;
  }
};
