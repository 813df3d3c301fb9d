import { studyWords } from '../studies';
import { said, type AreaWords } from './told';

export const diagnosticsWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'examRecorded': {
      const { exam } = change.value;
      return exam?.correctionReason ? said('corrected an examination', exam.correctionReason) : said('examined the patient', exam?.body?.remark);
    }
    case 'studyOrdered': return said(`ordered ${studyWords(change.value.study)}`, change.value.study?.clinicalQuestion);
    case 'studyResulted': return said(`${change.value.result?.correctionReason ? 'corrected' : 'recorded'} the result of ${called.study(change.value.studyId)}`, change.value.result?.impression);
    case 'studyCancelled': return said(`called off ${called.study(change.value.studyId)}`, change.value.reason);
    default: return undefined;
  }
};
