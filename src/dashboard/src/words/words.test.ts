import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { BodyRegion, Side } from '../gen/careteam/v1/anatomy_pb';
import { StudyModality } from '../gen/careteam/v1/diagnostics_pb';
import { MedicationChangedSchema } from '../gen/careteam/v1/medication_pb';
import { RedFlagKind } from '../gen/careteam/v1/note_pb';
import { PlanEventSchema, type PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import { CarePlanSchema, GoalStatus, PlanStatus } from '../gen/careteam/v1/plan_pb';
import { Discipline, Role } from '../gen/careteam/v1/team_pb';
import { disciplineWords, planStatusWords, roleWords } from './enums';
import { eventWords } from './events';
import { plainly } from './events/plainly';
import { ageWords, dateWords, dayWords, tickWords, timeWords, today } from './times';
import { amountWords, convert } from './units';

const rivera = { personId: 'pt-rivera', name: 'Tomás Rivera', role: Role.PHYSICAL_THERAPIST };
const plan = create(CarePlanSchema, {
  tasks: [{ taskId: 't1', title: 'PT evaluation' }],
  goals: [{ goalId: 'g1', description: 'Walks to the bus stop' }],
});
const words = (change: PlanEvent['change']) => eventWords(create(PlanEventSchema, { actor: rivera, change } as never), plan);

test('Enum values read as words', () => {
  expect(planStatusWords(PlanStatus.ON_HOLD)).toBe('On hold');
  expect(roleWords(Role.PHYSICAL_THERAPIST_ASSISTANT)).toBe('Physical therapist assistant');
  expect(disciplineWords(Discipline.UNSPECIFIED)).toBe('Any discipline');
  expect(disciplineWords(99 as Discipline)).toBe('Other');
});

test('Events read as sentences about the plan', () => {
  expect(words({ case: 'taskReassigned', value: { taskId: 't1', assignee: rivera } as never }).did).toBe('gave “PT evaluation” to Tomás Rivera');
  expect(words({ case: 'taskReassigned', value: { taskId: 'gone' } as never }).did).toBe('gave a task to the whole team');
  expect(words({ case: 'taskAdded', value: { task: { title: 'MRI' } } as never }).did).toBe('asked the team for “MRI”');
  expect(words({ case: 'taskAdded', value: { task: { title: 'MRI', assignee: rivera } } as never }).did).toBe('planned “MRI”');
  expect(words({ case: 'goalClosed', value: { goalId: 'g1', status: GoalStatus.ACHIEVED } as never }).did).toBe('closed as achieved: “Walks to the bus stop”');
  expect(words({ case: 'redFlagRaised', value: { kind: RedFlagKind.CAUDA_EQUINA, finding: 'Saddle numbness' } as never }))
    .toEqual({ did: 'raised a red flag: cauda equina syndrome', because: 'Saddle numbness' });
  const odi = { abbreviation: 'ODI', scores: [{ value: 24, unit: '%', band: 'moderate disability', subscaleId: '' }] };
  expect(words({ case: 'outcomeRecorded', value: { outcome: odi } as never }).did).toBe('recorded ODI: 24 % moderate disability');
  expect(words({ case: 'outcomeRecorded', value: { outcome: { ...odi, correctionReason: 'Mistyped' } } as never })).toEqual({ did: 'corrected to ODI: 24 % moderate disability', because: 'Mistyped' });
  expect(words({ case: 'diagnosisRevised', value: { diagnosis: { icd10cmCode: 'M54.16', text: 'Radiculopathy', verification: 5, onsetDate: '', revisionReason: 'EMG normal' } } as never }))
    .toEqual({ did: 'revised the diagnosis M54.16 Radiculopathy, refuted', because: 'EMG normal' });
  expect(words({ case: 'sessionRecorded', value: { summary: { therapyOrderId: '', discipline: 2, attendance: 2, sessionDate: '1999-03-10', correctionReason: 'Never came' } } as never }).because).toBe('Never came');
  expect(words({ case: 'taskFindingAdded', value: { taskId: 't1', finding: { text: 'It was corrected' } } as never })).toEqual({ did: 'noted on “PT evaluation”', because: 'It was corrected' });
});

test('What the clocks found is told as done only when it was', () => {
  const due = { kind: 'task.due', subjectId: 't1', occurrence: '2026-03-05' };
  expect(words({ case: 'dueMet', value: { ...due, notDoneReason: '' } as never })).toEqual({ did: 'found “PT evaluation” done', because: '' });
  expect(words({ case: 'dueMet', value: { ...due, notDoneReason: 'The task was cancelled.' } as never }))
    .toEqual({ did: 'reminds of “PT evaluation” no longer: it was not done', because: 'The task was cancelled.' });
  expect(words({ case: 'dueMoved', value: { ...due, dueDate: '1999-03-10' } as never }).did).toBe('moved “PT evaluation” to 10 Mar 1999');
});

test('Studies are called by what they are', () => {
  const ordered = create(CarePlanSchema, { studies: [{ studyId: 's1', modality: StudyModality.EMG_NCS, region: BodyRegion.LOWER_LIMB, side: Side.LEFT }] });
  const told = (change: PlanEvent['change']) => eventWords(create(PlanEventSchema, { actor: rivera, change } as never), ordered);
  expect(told({ case: 'studyResulted', value: { studyId: 's1', result: { impression: 'Normal.' } } as never })).toEqual({ did: 'recorded the result of EMG/NCS, left lower limb', because: 'Normal.' });
  expect(told({ case: 'studyOrdered', value: { study: { modality: StudyModality.MRI, region: BodyRegion.LUMBAR_SPINE, side: Side.UNSPECIFIED } } as never }).did).toBe('ordered MRI, lumbar spine');
  expect(told({ case: 'studyCancelled', value: { studyId: 'gone', reason: 'Moved.' } as never })).toEqual({ did: 'called off a study', because: 'Moved.' });
});

test('Procedures and blocks read as sentences', () => {
  expect(words({ case: 'diagnosticBlockRecorded', value: { block: { target: 1, technique: { levels: ['L4-L5'], muscles: [], side: 1 }, concordance: 1, provokingActivity: 'extension' } } as never }))
    .toEqual({ did: 'recorded a medial branch block L4-L5 left, positive', because: 'extension' });
  expect(words({ case: 'procedureScheduled', value: { procedure: { kind: 3, plannedDate: '1999-03-10', planned: { levels: ['L4-L5'], muscles: [], side: 1 } } } as never }).did)
    .toBe('scheduled a transforaminal epidural steroid L4-L5 left for 10 Mar 1999');
  expect(words({ case: 'procedureCancelled', value: { procedureId: 'gone', reason: 'Better' } as never })).toEqual({ did: 'called off the procedure', because: 'Better' });
});

test('A changed medication is told with its new dose, and until when', () => {
  const taken = create(CarePlanSchema, { medications: [{ medicationId: 'm1', name: 'ibuprofen' }] });
  const told = (value: MessageInitShape<typeof MedicationChangedSchema>) =>
    eventWords(create(PlanEventSchema, { actor: rivera, change: { case: 'medicationChanged', value: create(MedicationChangedSchema, { medicationId: 'm1', reason: 'Heartburn', ...value }) } }), taken);
  const dose = { value: 400, unit: 'mg' };
  expect(told({ dose, frequency: { timing: { case: 'timesADay', value: 2 } }, plannedStopDate: '1999-05-01' }))
    .toEqual({ did: 'changed ibuprofen to 400 mg, twice a day until 1 May 1999', because: 'Heartburn' });
  expect(told({ dose }).did).toBe('changed ibuprofen to 400 mg');
});

test('Therapy reads as sentences', () => {
  const ordered = create(CarePlanSchema, {
    therapyOrders: [{ therapyOrderId: 'o1', discipline: Discipline.PHYSICAL_THERAPY }],
    exercises: [{ exerciseId: 'e1', name: 'Deadlift' }],
  });
  const told = (change: MessageInitShape<typeof PlanEventSchema>['change']) => eventWords(create(PlanEventSchema, { actor: rivera, change }), ordered).did;
  expect(told({ case: 'therapyOrdered', value: { discipline: Discipline.PHYSICAL_THERAPY, prescription: { sessionsPerWeek: 3, weeks: 6 } } }))
    .toBe('ordered physical therapy: 3 times a week for 6 weeks');
  expect(told({ case: 'therapyCertified', value: { therapyOrderId: 'o1', certification: { intervalDays: 90, recertification: true } } })).toBe('recertified physical therapy for 90 days');
  expect(told({ case: 'sessionRecorded', value: { summary: { therapyOrderId: 'o1', attendance: 1, purpose: 2, timedMinutes: 45, painBefore: 5, painAfter: 3 } } }))
    .toBe('treated in physical therapy: 45 min, pain 5 to 3');
  expect(told({ case: 'sessionRecorded', value: { summary: { therapyOrderId: 'o1', attendance: 2 } } })).toBe('recorded a session of physical therapy: did not come');
  expect(told({ case: 'exerciseAdjusted', value: { exerciseId: 'e1', change: 2, dose: { sets: 3, repetitions: 8, load: { value: 30, unit: '[lb_av]' } } } }))
    .toBe('progressed “Deadlift”: 3 × 8, 30 lb');
});

test('Every event of the contract is told, whether it has a sentence of its own or not', () => {
  const changes = PlanEventSchema.oneofs.find((oneof) => oneof.name === 'change')!.fields;
  expect(changes.length).toBeGreaterThan(70);
  for (const { localName, message } of changes) {
    const change = { case: localName, value: create(message!) } as PlanEvent['change'];
    for (const { did } of [words(change), plainly(change)]) expect(did, localName).not.toMatch(/^$|this page does not know/);
  }
});

test('An event without a sentence tells its own fields', () => {
  expect(plainly({ case: 'redFlagRaised', value: { redFlagId: 'f1', kind: RedFlagKind.CAUDA_EQUINA, finding: 'Saddle numbness' } as never }))
    .toEqual({ did: 'red flag raised: cauda equina', because: 'Saddle numbness' });
  expect(plainly({ case: 'taskAdded', value: { task: { taskId: 't1', title: 'MRI', assignee: rivera, dueDate: '2026-06-01' } } as never }).did)
    .toBe('task added: MRI, Tomás Rivera, due 2026-06-01');
});

test('What a newer server tells asks for a reload', () => expect(words({ case: undefined }).did).toMatch('reload'));

test('Times say as much of the day as is needed', () => {
  const now = new Date(2026, 2, 9, 15, 0);
  const at = (...parts: [number, number, number, number, number]) => timeWords(timestampFromDate(new Date(...parts)), now);
  expect(at(2026, 2, 9, 14, 3)).toBe('14:03');
  expect(at(2026, 2, 8, 23, 59)).toBe('yesterday 23:59');
  expect(at(2026, 1, 1, 8, 5)).toBe('1 Feb, 08:05');
  expect(at(2025, 11, 31, 8, 5)).toBe('31 Dec 2025, 08:05');
});

test('Marks of an axis are days, or times when several are on one day', () => {
  const now = new Date(2026, 2, 9, 16);
  expect(tickWords(new Date(2026, 2, 9), now)).toBe('9 Mar');
  expect(tickWords(new Date(2026, 2, 9, 15, 10), now)).toBe('15:10');
});

test('Days have no time zone', () => {
  const now = new Date(2026, 2, 9, 15, 0);
  expect(dayWords('2026-03-01', now)).toBe('1 Mar');
  expect(dayWords('2027-03-01', now)).toBe('1 Mar 2027');
  expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(ageWords('1981-03-10', now)).toBe('44 years');
  expect(ageWords('1981-03-09', now)).toBe('45 years');
});

test('Words follow the computer to another zone while the page is open', () => {
  /** As a computer says it that went eleven hours west since then. */
  class Moved extends Date {
    override getDate = () => new Date(this.getTime() - 11 * 3_600_000).getDate();
  }
  expect(dateWords(new Moved(1999, 2, 9, 5))).toBe('8 Mar 1999');
});

test('Units are said as people say them', () => {
  expect(amountWords(50, '[lb_av]')).toBe('50 lb');
  expect(amountWords(20, '%')).toBe('20 %');
  expect(amountWords(7, '')).toBe('7');
  expect(convert(15.88, 'kg', '[lb_av]')).toBe(35);
  expect(convert(3, 'm', 'kg')).toBeUndefined();
});
