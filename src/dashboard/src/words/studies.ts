import { BodyRegion, Side } from '../gen/careteam/v1/anatomy_pb';
import { StudyModality } from '../gen/careteam/v1/diagnostics_pb';

/** "MRI, lumbar spine", "EMG/NCS, left lower limb". */
export function studyWords(study: { modality: StudyModality; region: BodyRegion; side: Side } | undefined): string {
  if (study === undefined) return 'a study';
  const side = study.side === Side.UNSPECIFIED ? '' : `${spoken(Side[study.side])} `;
  return `${modalities[study.modality] ?? 'a study'}, ${side}${spoken(BodyRegion[study.region])}`;
}

const modalities: Partial<Record<StudyModality, string>> = {
  [StudyModality.X_RAY]: 'X-ray',
  [StudyModality.MRI]: 'MRI',
  [StudyModality.CT]: 'CT',
  [StudyModality.EMG]: 'EMG',
  [StudyModality.NCS]: 'NCS',
  [StudyModality.EMG_NCS]: 'EMG/NCS',
};

const spoken = (name: string | undefined) => (name ?? 'something').toLowerCase().replaceAll('_', ' ');
