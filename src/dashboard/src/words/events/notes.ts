import { disciplineWords } from '../enums';
import { said, type AreaWords } from './told';

export const noteWords: AreaWords = ({ change }) => {
  switch (change.case) {
    case 'noteSubmitted': return said(`wrote a note${inField(change.value.summary?.discipline)}`);
    case 'noteAmended': return said('amended a note', change.value.reason);
    default: return undefined;
  }
};

const inField = (discipline: number | undefined) => (discipline ? `, ${disciplineWords(discipline).toLowerCase()}` : '');
