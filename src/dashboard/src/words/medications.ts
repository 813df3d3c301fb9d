import { AllergenKind, type Allergy, type Medication, type MedicationDose, type MedicationFrequency } from '../gen/careteam/v1/medication_pb';
import { enumWords, medicationClassWords } from './enums';
import { amountWords } from './units';

/** "400 mg, 3 times a day". */
export const dosingWords = (dose: MedicationDose | undefined, frequency: MedicationFrequency | undefined) =>
  [dose === undefined ? '' : doseWords(dose), frequency === undefined ? '' : frequencyWords(frequency)].filter(Boolean).join(', ');

/** {tablet} is what is counted: "2 tablets". */
function doseWords({ value, unit }: MedicationDose): string {
  const counted = /^\{(.+)\}$/.exec(unit);
  return counted ? `${value} ${counted[1]}${value === 1 ? '' : 's'}` : amountWords(value, unit);
}

function frequencyWords({ timing, asNeeded, maxDosesADay }: MedicationFrequency): string {
  const regular = timing.case === 'timesADay' ? times(timing.value) : timing.case === 'everyHours' ? `every ${timing.value} h` : '';
  return [regular, asNeeded ? `as needed, at most ${maxDosesADay} a day` : ''].filter(Boolean).join(' ');
}

const times = (n: number) => (n === 1 ? 'once a day' : n === 2 ? 'twice a day' : `${n} times a day`);

/** What the patient must not be given: the substance, or the class that is meant. */
export function allergyWords(allergy: Allergy): string {
  const what = allergy.substance || enumWords(AllergenKind, allergy.allergen).toLowerCase();
  return allergy.medicationClass === 0 ? what : `${what} (all of class ${medicationClassWords(allergy.medicationClass)})`;
}

export const isTaken = ({ status }: Medication) => status === 1;
