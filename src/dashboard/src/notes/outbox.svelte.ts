import { failureWords, isFinal, isUnheard, refusedRulesOf } from '../calls/failure';
import { newRequestId } from '../calls/requestId';
import type { ReportDraft } from '../sessions/reportDraft';
import type { SessionDraft } from '../sessions/sessionDraft';
import { emptyDraft, hasText, isMeasured, type Draft } from './draft';
import type { Amendment, NoteShelf, QueuedEntry, Written } from './noteShelf';
import { submitEntry, type Submit } from './submitEntry';

const longestPause = 15_000;
/** The server can be reached, and stumbles over this entry: asking often will not mend that. */
const longestPauseInTrouble = 300_000;

const isPending = ({ refusal }: QueuedEntry) => refusal === undefined;

/** Entries on their way: each is sent, with the one request_id it was given, until the server has said yes or no to it. */
export class Outbox {
  queue = $state.raw<QueuedEntry[]>([]);
  /** The last attempt got no answer; it goes on by itself. */
  waiting = $state(false);
  /** By request_id, what the server said of entries that it could not record so far; they are tried again, and hold up no other. */
  troubles = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** The request_ids of entries that this browser has no room to keep: they last as long as the page. */
  unkept = $state.raw<ReadonlySet<string>>(new Set());
  /** The request_ids that the server said yes to while this page was open. */
  private acknowledged = $state.raw<ReadonlySet<string>>(new Set());
  /** Of an entry that went out again with a reason, the request_id before. */
  private readonly before = new Map<string, string>();
  /** The request_id of the entry that is being sent. */
  underWay = $state('');
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

  /** The request_ids of what is on its way now; none where there is nothing to send, and the draft stays. */
  send(planId: string, { patient, soap, checks, taskIds, measures }: Draft): string[] {
    const written: Written[] = measures.filter(isMeasured).map((measured) => ({ kind: 'measure', measured }));
    if (hasText({ soap })) written.unshift({ kind: 'note', soap, checks, taskIds });
    return written.length === 0 ? [] : this.handIn(planId, patient, written, () => this.shelf.keepDraft(planId, emptyDraft()));
  }

  logSession(planId: string, session: SessionDraft): string[] {
    return this.handIn(planId, session.patient, [{ kind: 'session', session }], () => this.shelf.dropSessionDraft(session.therapyOrderId));
  }

  fileReport(planId: string, report: ReportDraft): string[] {
    return this.handIn(planId, report.patient, [{ kind: 'report', report }], () => this.shelf.dropReportDraft(report.therapyOrderId));
  }

  amend(planId: string, patient: string, noteId: string, { text, reason }: Amendment): string[] {
    return this.handIn(planId, patient, [{ kind: 'amendment', noteId, text, reason }], () => this.shelf.dropAmendment(noteId));
  }

  /** The server said yes to all of it. */
  hasRecorded(requestIds: readonly string[]): boolean {
    return requestIds.length > 0 && requestIds.every((requestId) => this.acknowledged.has(requestId));
  }

  /** An entry that the server refused, or cannot record, goes back into the form, or away; not one that it may be recording just now. */
  takeBack(requestId: string): QueuedEntry | undefined {
    const entry = this.queue.find((n) => n.requestId === requestId && (n.refusal !== undefined || this.troubles.has(requestId)) && this.underWay !== requestId);
    if (entry !== undefined) this.shelf.remove(requestId);
    this.look();
    return entry;
  }

  /** An entry that rules refused goes out as a new request, which says why it should be recorded nevertheless. */
  override(requestId: string, reason: string): void {
    const refused = this.queue.find((n) => n.requestId === requestId && n.rules !== undefined);
    if (refused === undefined) return;
    const { refusal: _, rules = [], overrides = [], ...entry } = refused;
    const again = newRequestId();
    this.before.set(again, requestId);
    this.shelf.enqueue({ ...entry, requestId: again, overrides: [...overrides, ...rules.map(({ ruleId }) => ({ ruleId, reason }))] });
    this.shelf.remove(requestId);
    this.look();
    void this.flush();
  }

  /** Another tab changed the shelf. */
  look(): void {
    // A draft that has gone may have left the room that an entry lacked.
    this.unkept = this.shelf.settle();
    this.queue = this.shelf.queue();
    this.troubles = new Map([...this.troubles].filter(([requestId]) => this.queue.some((n) => n.requestId === requestId && isPending(n))));
  }

  /** The browser is back on line, or the person signed in again. */
  wake(): void {
    clearTimeout(this.timer);
    void this.flush();
  }

  /** On the shelf first, then out of the form: there is no moment at which the text is in neither. */
  private handIn(planId: string, patient: string, written: Written[], dropDraft: () => void): string[] {
    const encounterAt = new Date().toISOString();
    const entries = written.map((one): QueuedEntry => ({ planId, patient, requestId: newRequestId(), encounterAt, ...one }));
    for (const entry of entries) this.shelf.enqueue(entry);
    dropDraft();
    this.look();
    void this.flush();
    return entries.map(({ requestId }) => requestId);
  }

  private async flush(): Promise<void> {
    if (this.sending || this.closed) return;
    this.sending = true;
    try {
      for (const entry of this.queue.filter(isPending)) {
        // While the one before was under way somebody else may have signed in, as whom this one would go out.
        if (this.closed) return;
        if (await this.sendOne(entry)) continue;
        this.waiting = true;
        return this.retryLater(longestPause);
      }
      if (this.waiting) [this.waiting, this.failures] = [false, 0];
    } finally {
      this.sending = false;
    }
    const pending = this.queue.filter(isPending);
    if (pending.some(({ requestId }) => !this.troubles.has(requestId))) void this.flush();
    else if (pending.length > 0) this.retryLater(longestPauseInTrouble);
    else this.failures = 0;
  }

  /** False: no server was reached, so the others need not be tried. */
  private async sendOne(entry: QueuedEntry): Promise<boolean> {
    this.underWay = entry.requestId;
    try {
      await this.submit(entry);
      this.shelf.remove(entry.requestId);
      this.acknowledge(entry.requestId);
    } catch (error) {
      if (isUnheard(error)) return false;
      if (isFinal(error)) this.refuse(entry, error);
      else this.troubles = new Map(this.troubles).set(entry.requestId, failureWords(error));
    } finally {
      this.underWay = '';
    }
    this.look();
    return true;
  }

  private acknowledge(requestId: string): void {
    const all = new Set(this.acknowledged);
    for (let id: string | undefined = requestId; id !== undefined; id = this.before.get(id)) all.add(id);
    this.acknowledged = all;
  }

  private refuse(entry: QueuedEntry, error: unknown): void {
    // Another tab may have sent it, or taken it back.
    if (!this.shelf.queue().some(({ requestId }) => requestId === entry.requestId)) return;
    const rules = refusedRulesOf(error).map(({ ruleId, text, source, overridable }) => ({ ruleId, text, source, overridable }));
    this.shelf.enqueue({ ...entry, refusal: failureWords(error), ...(rules.length > 0 && { rules }) });
  }

  private retryLater(longest: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.flush(), Math.min(longest, 1000 * 2 ** this.failures++));
  }
}
