import { BlockConcordance } from '../../gen/careteam/v1/diagnostic_block_pb';
import { blockWords, painGeneratorWords } from '../diagnostics';
import { enumWords } from '../enums';
import { studyWords } from '../studies';
import { inSentence, said, withArticle, type AreaWords } from './told';

export const diagnosticsWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'examRecorded': {
      const { exam } = change.value;
      return exam?.correctionReason ? said('corrected an examination', exam.correctionReason) : said('examined the patient', exam?.body?.remark);
    }
    case 'studyOrdered': return said(`ordered ${studyWords(change.value.study)}`, change.value.study?.clinicalQuestion);
    case 'studyResulted': return said(`${change.value.result?.correctionReason ? 'corrected' : 'recorded'} the result of ${called.study(change.value.studyId)}`, change.value.result?.impression);
    case 'studyCancelled': return said(`called off ${called.study(change.value.studyId)}`, change.value.reason);
    case 'diagnosticBlockRecorded': {
      const { block } = change.value;
      const judged = inSentence(enumWords(BlockConcordance, block?.concordance ?? 0));
      return said(`recorded ${withArticle(block === undefined ? 'block' : inSentence(blockWords(block)))}${judged && `, ${judged}`}`, block?.provokingActivity);
    }
    case 'painGeneratorConcluded': {
      const generator = change.value.painGenerator;
      return said(`concluded that the pain comes from ${generator === undefined ? 'one place' : inSentence(painGeneratorWords(generator))}`, generator?.conclusion);
    }
    default: return undefined;
  }
};
