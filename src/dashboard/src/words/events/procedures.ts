import { ProcedureStatus } from '../../gen/careteam/v1/procedure_pb';
import { placeWords } from '../anatomy';
import { procedureNameWords } from '../procedures';
import { dayWords } from '../times';
import { inSentence, said, withArticle, type AreaWords } from './told';

export const procedureWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'procedureScheduled': {
      const { procedure } = change.value;
      const name = procedure === undefined ? 'procedure' : inSentence(procedureNameWords(procedure));
      return said(`scheduled ${withArticle(name)} for ${dayWords(procedure?.plannedDate ?? '')}`, procedure?.indication?.reason);
    }
    case 'procedureRescheduled': return said(`moved the ${called.procedure(change.value.procedureId)} to ${dayWords(change.value.plannedDate)}`, change.value.reason);
    case 'procedureRecorded': {
      const { procedureId, performed, status, statusReason, complications, description, correctionReason = '', performedDate } = change.value;
      if (correctionReason !== '') return said(`corrected the record of the ${called.procedure(procedureId)}: ${status === ProcedureStatus.STOPPED ? 'stopped' : 'performed'} ${dayWords(performedDate)}`, correctionReason);
      return status === ProcedureStatus.STOPPED
        ? said(`stopped the ${called.procedure(procedureId)}`, statusReason)
        : said(`performed the ${called.procedure(procedureId)} ${placeWords(performed)}`.trim(), complications || description);
    }
    case 'procedureCancelled': return said(`called off the ${called.procedure(change.value.procedureId)}`, change.value.reason);
    case 'procedureFollowedUp': {
      const { procedureId, followUp } = change.value;
      return said(`${followUp?.correctionReason ? 'corrected the follow-up of' : 'followed up'} the ${called.procedure(procedureId)}: pain ${followUp?.nprsBefore} to ${followUp?.nprsAfter}`, followUp?.correctionReason || followUp?.function);
    }
    default: return undefined;
  }
};
