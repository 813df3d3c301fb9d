import { ProcedureKind, type Procedure } from '../gen/careteam/v1/procedure_pb';
import { placeWords } from './anatomy';
import { enumWords } from './enums';

/** "Transforaminal epidural steroid L5-S1 left" */
export const procedureNameWords = (procedure: Procedure) => `${enumWords(ProcedureKind, procedure.kind)} ${placeWords(procedure.performed ?? procedure.planned)}`.trim();
