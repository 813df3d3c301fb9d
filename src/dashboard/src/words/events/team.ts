import { roleWords } from '../enums';
import { said, type AreaWords } from './told';

export const teamWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'memberAdded': return said(`added ${change.value.person?.name} to the team, ${roleWords(change.value.person?.role ?? 0).toLowerCase()}`);
    case 'membershipEnded': return said(`ended the membership of ${called.member(change.value.personId)}`, change.value.reason);
    default: return undefined;
  }
};
