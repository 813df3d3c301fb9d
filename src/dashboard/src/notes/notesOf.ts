import { noteCalls } from '../calls/clients';
import type { Note } from '../gen/careteam/v1/note_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';

/** ListNotes refuses to be asked for more at once. */
const largestPage = 100;

/** The newest notes of a plan with their texts, and no more of them than the plan has at its version. */
export async function notesOf(plan: CarePlan, wanted: number): Promise<Note[]> {
  const listed: Note[] = [];
  let pageToken = '';
  do {
    const page = await noteCalls.listNotes({ planId: plan.planId, pageSize: Math.min(largestPage, wanted - listed.length), pageToken });
    listed.push(...asOf(plan, page.notes));
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && listed.length < wanted);
  return listed;
}

export function asOf(plan: CarePlan, notes: Note[]): Note[] {
  const known = new Map(plan.notes.map((summary) => [summary.noteId, summary]));
  return notes.flatMap((note) => {
    const summary = known.get(note.summary?.noteId ?? '');
    return summary === undefined ? [] : [{ ...note, summary, amendments: note.amendments.filter((a) => summary.amendmentIds.includes(a.amendmentId)) }];
  });
}
