import { failureWords, isFinal, refusedRulesOf } from '../calls/failure';
import { newRequestId } from '../calls/requestId';
import type { ReportDraft } from '../sessions/reportDraft';
import type { SessionDraft } from '../sessions/sessionDraft';
import { emptyDraft, hasText, isMeasured, type Draft } from './draft';
import type { NoteShelf, QueuedEntry } from './noteShelf';
import { submitEntry, type Submit } from './submitEntry';

const longestPause = 15_000;

/** Entries on their way: each is sent, with the one request_id it was given, until the server has said yes or no to it. */
export class Outbox {
  queue = $state.raw<QueuedEntry[]>([]);
  /** The last attempt got no answer; it goes on by itself. */
  waiting = $state(false);
  private sending = false;
  private closed = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly shelf: NoteShelf, private readonly submit: Submit = submitEntry) {
    this.look();
    void this.flush();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  draft(planId: string): Draft {
    return this.shelf.draft(planId);
  }

  allDrafts(): { planId: string; draft: Draft }[] {
    return this.shelf.allDrafts();
  }

  keep(planId: string, draft: Draft): void {
    this.shelf.keepDraft(planId, draft);
  }

  /** On the shelf first, then out of the form: there is no moment at which the text is in neither. */
  send(planId: string, draft: Draft): void {
    const common = () => ({ planId, patient: draft.patient, requestId: newRequestId(), encounterAt });
    const encounterAt = new Date().toISOString();
    if (hasText(draft)) this.shelf.enqueue({ ...common(), kind: 'note', soap: draft.soap, checks: draft.checks, taskIds: draft.taskIds });
    for (const measured of draft.measures.filter(isMeasured)) this.shelf.enqueue({ ...common(), kind: 'measure', measured });
    this.shelf.keepDraft(planId, emptyDraft());
    this.look();
    void this.flush();
  }

  logSession(planId: string, session: SessionDraft): void {
    this.shelf.enqueue({ planId, patient: session.patient, requestId: newRequestId(), encounterAt: new Date().toISOString(), kind: 'session', session });
    this.shelf.dropSessionDraft(session.therapyOrderId);
    this.look();
    void this.flush();
  }

  fileReport(planId: string, report: ReportDraft): void {
    this.shelf.enqueue({ planId, patient: report.patient, requestId: newRequestId(), encounterAt: new Date().toISOString(), kind: 'report', report });
    this.look();
    void this.flush();
  }

  /** An entry that the server refused goes back into the form, or away. */
  takeBack(requestId: string): QueuedEntry | undefined {
    const entry = this.queue.find((n) => n.requestId === requestId && n.refusal !== undefined);
    if (entry !== undefined) this.shelf.remove(requestId);
    this.look();
    return entry;
  }

  /** An entry that rules refused goes out as a new request, which says why it should be recorded nevertheless. */
  override(requestId: string, reason: string): void {
    const refused = this.queue.find((n) => n.requestId === requestId && n.rules !== undefined);
    if (refused === undefined) return;
    const { refusal: _, rules = [], overrides = [], ...entry } = refused;
    this.shelf.enqueue({ ...entry, requestId: newRequestId(), overrides: [...overrides, ...rules.map(({ ruleId }) => ({ ruleId, reason }))] });
    this.shelf.remove(requestId);
    this.look();
    void this.flush();
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
      for (const entry of this.queue.filter((n) => n.refusal === undefined)) {
        // While the one before was under way somebody else may have signed in, as whom this one would go out.
        if (this.closed) return;
        if (!(await this.sendOne(entry))) return this.retryLater();
      }
      [this.waiting, this.failures] = [false, 0];
    } finally {
      this.sending = false;
    }
    if (this.queue.some((n) => n.refusal === undefined)) void this.flush();
  }

  private async sendOne(entry: QueuedEntry): Promise<boolean> {
    try {
      await this.submit(entry);
      this.shelf.remove(entry.requestId);
    } catch (error) {
      if (!isFinal(error)) return false;
      const rules = refusedRulesOf(error).map(({ ruleId, text, source, overridable }) => ({ ruleId, text, source, overridable }));
      this.shelf.enqueue({ ...entry, refusal: failureWords(error), ...(rules.length > 0 && { rules }) });
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
