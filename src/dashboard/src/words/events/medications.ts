import type { MedicationAlert, MedicationChanged } from '../../gen/careteam/v1/medication_pb';
import { AllergenKind, SafetyFactKind } from '../../gen/careteam/v1/medication_pb';
import { dosingWords } from '../medications';
import { dayWords } from '../times';
import { said, type AreaWords, type Called } from './told';

export const medicationWords: AreaWords = ({ change }, called) => {
  switch (change.case) {
    case 'allergyRecorded': return said(`recorded an allergy: ${allergen(change.value.allergy)}${alerts(change.value.alerts)}`, change.value.allergy?.reaction);
    case 'allergyRefuted': return said(`refuted the allergy to ${called.allergy(change.value.allergyId)}`, change.value.reason);
    case 'medicationPrescribed': return said(`prescribed ${change.value.medication?.name}`, change.value.medication?.indication);
    case 'homeMedicationReported': return said(`recorded that the patient takes ${change.value.medication?.name} from elsewhere`);
    case 'medicationChanged': return said(changed(change.value, called), change.value.reason);
    case 'medicationTapered': return said(`tapers ${called.medication(change.value.medicationId)} until ${dayWords(change.value.plannedStopDate)}`, change.value.reason);
    case 'medicationStopped': return said(`stopped ${called.medication(change.value.medicationId)}`, change.value.reason);
    case 'safetyFactsRecorded': return said(`recorded ${(change.value.facts ?? []).map((f) => spoken(SafetyFactKind[f.kind])).join(', ')}${alerts(change.value.alerts)}`);
    default: return undefined;
  }
};

/** "changed ibuprofen to 400 mg, twice a day until 1 May". */
function changed({ medicationId, dose, frequency, plannedStopDate }: MedicationChanged, called: Called): string {
  const dosing = dosingWords(dose, frequency);
  return `changed ${called.medication(medicationId)}${dosing && ` to ${dosing}`}${plannedStopDate && ` until ${dayWords(plannedStopDate)}`}`;
}

const spoken = (name: string | undefined) => (name === 'EGFR' ? 'eGFR' : (name ?? 'something').toLowerCase().replaceAll('_', ' '));

const allergen = (allergy: { allergen: AllergenKind; substance: string } | undefined) => allergy?.substance || spoken(AllergenKind[allergy?.allergen ?? 0]);

const alerts = (of: MedicationAlert[] | undefined) => {
  const alerted = (of ?? []).filter((a) => a.findings.length > 0).length;
  return alerted === 0 ? '' : `, an alert for ${alerted === 1 ? 'a medication' : `${alerted} medications`}`;
};
