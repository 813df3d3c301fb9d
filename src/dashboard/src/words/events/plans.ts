import { GoalStatus, type Coverage } from '../../gen/careteam/v1/plan_pb';
import { diagnosisVerificationWords, redFlagWords } from '../enums';
import { dayWords } from '../times';
import { quoted, said, type AreaWords } from './told';

export const planWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'planCreated': return said(`opened the plan ${quoted(change.value.title)}`);
    case 'planActivated': return said('started the plan');
    case 'planHeld': return said('put the plan on hold', change.value.reason);
    case 'planResumed': return said('took the plan up again');
    case 'planCompleted': return said('completed the plan', change.value.summary);
    case 'planRevoked': return said('ended the plan before its time', change.value.reason);
    case 'diagnosisAdded': return said(`added the diagnosis ${[change.value.diagnosis?.icd10cmCode, change.value.diagnosis?.text].filter(Boolean).join(' ')}`);
    case 'diagnosisRevised': {
      const { diagnosis } = change.value;
      const how = diagnosis === undefined ? '' : diagnosisVerificationWords(diagnosis.verification).toLowerCase();
      return said(`revised the diagnosis ${[diagnosis?.icd10cmCode, diagnosis?.text].filter(Boolean).join(' ')}${[how, diagnosis?.onsetDate && `since ${dayWords(diagnosis.onsetDate)}`].filter(Boolean).map((w) => `, ${w}`).join('')}`, diagnosis?.revisionReason);
    }
    case 'goalAdded': return said(`set the goal ${quoted(change.value.goal?.description)}`);
    case 'goalRevised': return said(`revised the goal ${quoted(change.value.goal?.description)}`, change.value.reason);
    case 'goalClosed': return said(`${closing(change.value.status)} ${called.goal(change.value.goalId)}`, change.value.reason);
    case 'redFlagRaised': return said(`raised a red flag: ${redFlagWords(change.value.kind).toLowerCase()}`, change.value.finding);
    case 'redFlagResolved': return said('resolved a red flag', change.value.resolution);
    case 'coverageRecorded': return said(`recorded who pays${coverage(change.value.coverage)}`);
    default: return undefined;
  }
};

const coverage = (recorded: Coverage | undefined) => {
  const words = [recorded?.payer.replaceAll('-', ' '), recorded?.region].filter(Boolean).join(', ');
  return words === '' ? '' : `: ${words}`;
};

function closing(status: GoalStatus): string {
  switch (status) {
    case GoalStatus.ACHIEVED: return 'closed as achieved:';
    case GoalStatus.NOT_ACHIEVED: return 'closed as not achieved:';
    default: return 'cancelled';
  }
}
