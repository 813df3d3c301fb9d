import { noteCalls } from '../calls/clients';
import type { Note, NoteToCosign } from '../gen/careteam/v1/note_pb';

/** Notes of all plans that wait for this supervisor's signature. The texts are fetched when somebody opens one. */
export class CosignQueue {
  notes = $state.raw<NoteToCosign[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;

  refreshSoon(pause = 400): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), pause);
  }

  close(): void {
    clearTimeout(this.timer);
    this.run++;
  }

  text = async ({ planId, summary }: NoteToCosign): Promise<Note | undefined> => (await noteCalls.listNotes({ planId, noteId: summary!.noteId })).notes[0];

  private async refresh(): Promise<void> {
    const run = ++this.run;
    try {
      const { notes } = await noteCalls.listNotesToCosign({ pageSize: 100 });
      if (run === this.run) this.notes = notes;
    } catch {
      // The work list's own call says that the server cannot be reached; what was known stays on the screen.
      if (run === this.run) this.refreshSoon(4_000);
    }
  }
}
