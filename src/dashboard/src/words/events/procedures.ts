import { Side } from '../../gen/careteam/v1/anatomy_pb';
import { BlockConcordance, BlockTarget, PainGeneratorKind } from '../../gen/careteam/v1/diagnostic_block_pb';
import type { InjectionTechnique } from '../../gen/careteam/v1/injection_pb';
import { ProcedureKind, ProcedureStatus } from '../../gen/careteam/v1/procedure_pb';
import { dayWords } from '../times';
import { said, type AreaWords } from './told';

export const procedureWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'diagnosticBlockRecorded': {
      const block = change.value.block;
      return said(`recorded a ${spoken(BlockTarget[block?.target ?? 0])} block${place(block?.technique)}${judged(block?.concordance)}`, block?.provokingActivity);
    }
    case 'painGeneratorConcluded': {
      const generator = change.value.painGenerator;
      return said(`concluded that the pain comes from ${generator?.structure || spoken(PainGeneratorKind[generator?.kind ?? 0])}${at(generator?.levels, generator?.side)}`, generator?.conclusion);
    }
    case 'procedureScheduled': {
      const procedure = change.value.procedure;
      return said(`scheduled ${withArticle(spoken(ProcedureKind[procedure?.kind ?? 0]) || 'procedure')}${place(procedure?.planned)} for ${dayWords(procedure?.plannedDate ?? '')}`, procedure?.indication?.reason);
    }
    case 'procedureRescheduled': return said(`moved the ${procedure(called.procedure(change.value.procedureId))} to ${dayWords(change.value.plannedDate)}`, change.value.reason);
    case 'procedureRecorded': return change.value.status === ProcedureStatus.STOPPED
      ? said(`stopped the ${procedure(called.procedure(change.value.procedureId))}`, change.value.statusReason)
      : said(`performed the ${procedure(called.procedure(change.value.procedureId))}${place(change.value.performed)}`, change.value.complications || change.value.description);
    case 'procedureCancelled': return said(`called off the ${procedure(called.procedure(change.value.procedureId))}`, change.value.reason);
    case 'procedureFollowedUp': {
      const { followUp } = change.value;
      return said(`followed up the ${procedure(called.procedure(change.value.procedureId))}: pain ${followUp?.nprsBefore} to ${followUp?.nprsAfter}`, followUp?.function);
    }
    default: return undefined;
  }
};

const spoken = (name: string | undefined) => (name === undefined || name === 'UNSPECIFIED' ? '' : name.toLowerCase().replaceAll('_', ' '));

const withArticle = (name: string) => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

const procedure = (kind: ProcedureKind | undefined) => spoken(ProcedureKind[kind ?? 0]) || 'procedure';

const at = (levels: string[] = [], side: Side = Side.UNSPECIFIED) => [levels.join(', '), spoken(Side[side])].filter(Boolean).map((word) => ` ${word}`).join('');

const place = (technique: InjectionTechnique | undefined) => at([...(technique?.levels ?? []), ...(technique?.muscles ?? [])], technique?.side);

const judged = (concordance: BlockConcordance = BlockConcordance.UNSPECIFIED) =>
  (concordance === BlockConcordance.UNSPECIFIED ? '' : `, ${spoken(BlockConcordance[concordance])}`);
