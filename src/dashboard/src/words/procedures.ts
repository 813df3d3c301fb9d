import { Side } from '../gen/careteam/v1/anatomy_pb';
import { BlockTarget, type DiagnosticBlock } from '../gen/careteam/v1/diagnostic_block_pb';
import type { InjectionTechnique } from '../gen/careteam/v1/injection_pb';
import { ProcedureKind, type Procedure } from '../gen/careteam/v1/procedure_pb';
import { enumWords } from './enums';

/** "Transforaminal epidural steroid L5-S1 left" */
export const procedureNameWords = (procedure: Procedure) => `${enumWords(ProcedureKind, procedure.kind)} ${placeWords(procedure.performed ?? procedure.planned)}`.trim();

/** "Medial branch block L4-L5 left" */
export const blockWords = (block: DiagnosticBlock) => `${enumWords(BlockTarget, block.target)} block ${placeWords(block.technique)}`.trim();

export function placeWords(technique: InjectionTechnique | undefined): string {
  if (technique === undefined) return '';
  return [[...technique.levels, ...technique.muscles].join(', '), sideWords(technique.side)].filter(Boolean).join(' ');
}

export const sideWords = (side: Side) => enumWords(Side, side).toLowerCase();
