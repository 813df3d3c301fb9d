import { BodyRegion, Side } from '../gen/careteam/v1/anatomy_pb';
import {
  ExamTest, ExamTestResult, GaitPattern, GradeModifier, Movement, Reflex, Sensation, SensoryModality, type ExamBody,
} from '../gen/careteam/v1/diagnostics_pb';
import { enumWords } from '../words/enums';

const lower = (names: Record<number, string>, value: number) => enumWords(names, value).toLowerCase();
const side = (value: Side) => (value === Side.UNSPECIFIED ? '' : `${lower(Side, value)} `);
const modifier = { [GradeModifier.UNSPECIFIED]: '', [GradeModifier.PLUS]: '+', [GradeModifier.MINUS]: '-' };

/** What was found, by kind, each finding in a few words: "left L5 4+/5". Kinds that were not examined are left out. */
export function findingsOf(body: ExamBody | undefined): [string, string[]][] {
  if (body === undefined) return [];
  const kinds: [string, string[]][] = [
    ['Strength', body.strength.map((f) => `${side(f.side)}${f.muscle ? f.muscle.replaceAll('-', ' ') : f.root} ${f.grade ?? ''}${modifier[f.modifier] ?? ''}/5`)],
    ['Reflexes', body.reflexes.map((f) => `${side(f.side)}${lower(Reflex, f.reflex)} ${f.grade ?? 0}${f.grade ? '+' : ''}`)],
    ['Sensation', body.sensation.map((f) => `${side(f.side)}${f.dermatome} ${lower(SensoryModality, f.modality)} ${lower(Sensation, f.sensation)}`)],
    ['Tests', body.tests.map((f) => `${side(f.side)}${lower(ExamTest, f.test)} ${lower(ExamTestResult, f.result)}${f.angleDegrees === undefined ? '' : ` at ${f.angleDegrees}°`}${f.reproduces ? ` (${f.reproduces})` : ''}`)],
    ['Range', body.rangeOfMotion.map((f) => `${side(f.side)}${lower(BodyRegion, f.region)} ${lower(Movement, f.movement)} ${f.range.value ?? ''}${f.range.case === 'degrees' ? '°' : ' % of normal'}${f.painful ? ', painful' : ''}`)],
    ['Gait', body.gait.map((f) => `${side(f.side)}${lower(GaitPattern, f.pattern)}`)],
  ];
  return kinds.filter(([, found]) => found.length > 0);
}
