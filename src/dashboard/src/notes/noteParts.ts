import type { Note } from '../gen/careteam/v1/note_pb';

/** What a note says, part by part; a narrative has one part without a name. */
export function noteParts({ body }: Note): [string, string][] {
  if (body?.form.case === 'narrative') return [['', body.form.value]];
  if (body?.form.case !== 'soap') return [];
  const { subjective, objective, assessment, plan } = body.form.value;
  return ([['Subjective', subjective], ['Objective', objective], ['Assessment', assessment], ['Plan', plan]] as [string, string][]).filter(([, text]) => text !== '');
}
