import { roleWords } from '../enums';
import { said, type AreaWords } from './told';

export const teamWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'memberAdded': return said(`added ${change.value.person?.name} to the team, ${roleWords(change.value.person?.role ?? 0).toLowerCase()}`);
    case 'membershipEnded': return said(`ended the membership of ${called.member(change.value.personId)}`, change.value.reason);
    case 'supervisorAssigned': return said(`named ${called.member(change.value.supervisorPersonId)} supervisor of ${called.member(change.value.personId)}`, change.value.reason);
    case 'supervisionEnded': return said(`left ${called.member(change.value.personId)} without a supervisor: ${called.member(change.value.supervisorPersonId)} left`);
    case 'handoverProposed': return said(`asked ${change.value.proposedTo?.name} to take the plan over`, change.value.reason);
    case 'handoverAccepted': return said('took the plan over, and leads it');
    case 'handoverDeclined': return said('declined to take the plan over', change.value.reason);
    case 'handoverWithdrawn': return said('took the hand-over back', change.value.reason);
    case 'leadTransferred': return said(`transferred the lead to ${change.value.lead?.name}`, change.value.reason);
    default: return undefined;
  }
};
