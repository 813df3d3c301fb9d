import {
  ElectrodiagnosticConclusionKind, FindingSeverity, ImagingFindingKind, StudyIndication, type ElectrodiagnosticConclusion, type ImagingFinding,
} from '../gen/careteam/v1/diagnostics_pb';
import { BlockTarget, DiagnosticConfidence, PainGeneratorKind, type DiagnosticBlock, type PainGenerator } from '../gen/careteam/v1/diagnostic_block_pb';
import { placeWords, sideWords } from './anatomy';
import { enumWords } from './enums';

/** "Disc protrusion, L4-L5 left, moderate, L5 root". */
export function imagingFindingWords(finding: ImagingFinding): string {
  const place = [finding.level, sideWords(finding.side)].filter(Boolean).join(' ');
  return [enumWords(ImagingFindingKind, finding.kind), place, enumWords(FindingSeverity, finding.severity).toLowerCase(), finding.root ? `${finding.root} root` : '', finding.remark]
    .filter(Boolean).join(', ');
}

/** "Radiculopathy L5 left, mild". */
export function conclusionWords(conclusion: ElectrodiagnosticConclusion): string {
  const place = [...conclusion.roots, conclusion.nerve, conclusion.site && `at the ${conclusion.site}`, sideWords(conclusion.side)].filter(Boolean).join(' ');
  return [`${enumWords(ElectrodiagnosticConclusionKind, conclusion.kind)} ${place}`.trim(), enumWords(FindingSeverity, conclusion.severity).toLowerCase()].filter(Boolean).join(', ');
}

export const indicationWords = (indication: StudyIndication) => enumWords(StudyIndication, indication).replace('no red flags no prior', 'No red flags, no prior');

/** "Medial branch block L4-L5 left" */
export const blockWords = (block: DiagnosticBlock) => `${enumWords(BlockTarget, block.target)} block ${placeWords(block.technique)}`.trim();

/** "Facet joint L4-L5 left". */
export const painGeneratorWords = (generator: PainGenerator) =>
  [generator.structure || enumWords(PainGeneratorKind, generator.kind), generator.levels.join(', '), sideWords(generator.side)].filter(Boolean).join(' ');

export const confidenceWords = (confidence: DiagnosticConfidence) => enumWords(DiagnosticConfidence, confidence);
