import { dayWords } from '../times';
import { dueTitle, quoted, said, type AreaWords } from './told';

export const clockWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'dueRaised': return said(`reminds of ${quoted(dueTitle(change.value.due?.title)) ?? 'something'}, due ${dayWords(change.value.due?.dueDate ?? '')}`);
    case 'dueOverdue': return said(`found ${called.due(change.value)} overdue`);
    case 'dueMoved': return said(`moved ${called.due(change.value)} to ${dayWords(change.value.dueDate)}`);
    case 'dueMet': return change.value.notDoneReason === ''
      ? said(`found ${called.due(change.value)} done`)
      : said(`reminds of ${called.due(change.value)} no longer: it was not done`, change.value.notDoneReason);
    default: return undefined;
  }
};
