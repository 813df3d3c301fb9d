import { Side } from '../gen/careteam/v1/anatomy_pb';
import type { InjectionTechnique } from '../gen/careteam/v1/injection_pb';
import { enumWords } from './enums';

/** "L4-L5, L5-S1 left" */
export function placeWords(technique: InjectionTechnique | undefined): string {
  if (technique === undefined) return '';
  return [[...technique.levels, ...technique.muscles].join(', '), sideWords(technique.side)].filter(Boolean).join(' ');
}

export const sideWords = (side: Side) => enumWords(Side, side).toLowerCase();
