import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { noteCalls } from '../calls/clients';
import { failureWords, isFinal } from '../calls/failure';
import { newRequestId } from '../calls/requestId';
import { emptySoap, isEmpty, NoteShelf, type QueuedNote, type Soap } from './noteShelf';

const longestPause = 15_000;

export type Submit = (note: QueuedNote) => Promise<unknown>;

const submitNote: Submit = ({ planId, requestId, encounterAt, soap }) => noteCalls.submitNote({
  planId, requestId, encounterAt: timestampFromDate(new Date(encounterAt)), body: { form: { case: 'soap', value: soap } },
});

/** Notes on their way: each is sent, with the one request_id it was given, until the server has said yes or no to it. */
export class Outbox {
  queue = $state.raw<QueuedNote[]>([]);
  /** The last attempt got no answer; it goes on by itself. */
  waiting = $state(false);
  private sending = false;
  private closed = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shelf: NoteShelf, private readonly submit: Submit = submitNote) {
    this.look();
    void this.flush();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  draft(planId: string): Soap {
    return this.shelf.draft(planId) ?? emptySoap();
  }

  keep(planId: string, soap: Soap): void {
    this.shelf.keepDraft(planId, soap);
  }

  /** On the shelf first, then out of the form: there is no moment at which the text is in neither. */
  send(planId: string, soap: Soap): void {
    if (isEmpty(soap)) return;
    this.shelf.enqueue({ planId, soap, requestId: newRequestId(), encounterAt: new Date().toISOString() });
    this.shelf.keepDraft(planId, emptySoap());
    this.look();
    void this.flush();
  }

  /** A note that the server refused goes back into the form, or away. */
  takeBack(requestId: string): QueuedNote | undefined {
    const note = this.queue.find((n) => n.requestId === requestId && n.refusal !== undefined);
    if (note !== undefined) this.shelf.remove(requestId);
    this.look();
    return note;
  }

  /** Another tab changed the shelf. */
  look(): void {
    this.queue = this.shelf.queue();
  }

  /** The browser is back on line, or the person signed in again. */
  wake(): void {
    clearTimeout(this.timer);
    void this.flush();
  }

  private async flush(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    try {
      for (const note of this.queue.filter((n) => n.refusal === undefined)) if (!(await this.sendOne(note))) return this.retryLater();
      [this.waiting, this.failures] = [false, 0];
    } finally {
      this.sending = false;
    }
    if (this.queue.some((n) => n.refusal === undefined)) void this.flush();
  }

  private async sendOne(note: QueuedNote): Promise<boolean> {
    try {
      await this.submit(note);
      this.shelf.remove(note.requestId);
    } catch (error) {
      if (!isFinal(error)) return false;
      this.shelf.enqueue({ ...note, refusal: failureWords(error) });
    }
    this.look();
    return true;
  }

  private retryLater(): void {
    if (this.closed) return;
    this.waiting = true;
    this.timer = setTimeout(() => void this.flush(), Math.min(longestPause, 1000 * 2 ** this.failures++));
  }
}
