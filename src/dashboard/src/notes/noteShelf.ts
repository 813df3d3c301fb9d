import { isWritten, type ReportDraft } from '../sessions/reportDraft';
import { isBegun, shownAgain, type SessionDraft } from '../sessions/sessionDraft';
import { emptyDraft, isEmpty, joinText, type Check, type Draft, type Measured, type Soap } from './draft';

/** What is added to a note that stays as it was. */
export interface Amendment {
  text: string;
  reason: string;
}

export type Written =
  | { kind: 'note'; soap: Soap; checks: Check[]; taskIds: string[] }
  | { kind: 'measure'; measured: Measured }
  | { kind: 'session'; session: SessionDraft }
  | { kind: 'report'; report: ReportDraft }
  | ({ kind: 'amendment'; noteId: string } & Amendment);

/** What was handed in and is not acknowledged yet. Fixed then: a repeat must be the same request, word for word. */
export type QueuedEntry = {
  planId: string;
  patient: string;
  requestId: string;
  encounterAt: string;
  /** Why the server will not have it. */
  refusal?: string;
  /** The rules that it will not have it for. */
  rules?: { ruleId: string; text: string; source: string; overridable: boolean }[];
  overrides?: { ruleId: string; reason: string }[];
} & Written;

/** "note", "ODI", "session": what the entry is called in a sentence. */
export const entryWords = (entry: QueuedEntry) => ({ note: 'note', measure: entry.kind === 'measure' ? entry.measured.abbreviation : '', session: 'session', report: 'progress report', amendment: 'amendment' })[entry.kind];

/** Of a plan and these kinds, and when one is named, about this order for therapy or this note. */
export const isAbout = (entry: QueuedEntry, planId: string, kinds: QueuedEntry['kind'][], subjectId?: string) =>
  entry.planId === planId && kinds.includes(entry.kind) && (subjectId === undefined || subjectOf(entry) === subjectId);

function subjectOf(entry: QueuedEntry): string | undefined {
  switch (entry.kind) {
    case 'session': return entry.session.therapyOrderId;
    case 'report': return entry.report.therapyOrderId;
    case 'amendment': return entry.noteId;
    default: return undefined;
  }
}

/** What the person wrote in it. */
export function entryText(entry: QueuedEntry): string {
  switch (entry.kind) {
    case 'note': return joinText(entry.soap.subjective, entry.soap.objective, entry.soap.assessment, entry.soap.plan);
    case 'report': return joinText(entry.report.subjective, entry.report.objective, entry.report.assessment, entry.report.plan);
    case 'session': return joinText(entry.session.attendanceReason, entry.session.response);
    case 'amendment': return joinText(entry.text, entry.reason);
    case 'measure': return entry.measured.answers.map((answer, i) => `${entry.measured.activities[i] ?? ''} ${answer.trim() || '–'}`.trim()).join(', ');
  }
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** By storage and key, what it has no room for: kept as long as the page is open, whoever signs in meanwhile. */
const roomless = new WeakMap<Shelf, Map<string, QueuedEntry>>();

function roomlessOf(storage: Shelf): Map<string, QueuedEntry> {
  const entries = roomless.get(storage) ?? new Map<string, QueuedEntry>();
  roomless.set(storage, entries);
  return entries;
}

/** False: the browser has no room for it. */
export function hadRoom(keep: () => void): boolean {
  try {
    keep();
    return true;
  } catch {
    // QuotaExceededError: the form says so.
    return false;
  }
}

/** Leaving the page now would lose something that was handed in. */
export const wouldLose = (storage: Shelf = localStorage) => roomlessOf(storage).size > 0;

/**
 * Where one person's drafts and unacknowledged entries outlive a reload. Every entry has a key of its own, so that two tabs never
 * overwrite each other's.
 */
export class NoteShelf {
  private readonly drafts: string;
  private readonly sessions: string;
  private readonly reports: string;
  private readonly amendments: string;
  private readonly queued: string;

  constructor(organization: string, personId: string, private readonly storage: Shelf = localStorage) {
    this.drafts = `careteam.draft.${organization}/${personId}/`;
    this.sessions = `careteam.session-draft.${organization}/${personId}/`;
    this.reports = `careteam.report-draft.${organization}/${personId}/`;
    this.amendments = `careteam.amendment-draft.${organization}/${personId}/`;
    this.queued = `careteam.entry.${organization}/${personId}/`;
  }

  draft(planId: string): Draft {
    const text = this.storage.getItem(this.drafts + planId);
    return text === null ? emptyDraft() : { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) };
  }

  /** Under which the draft is kept of a note on this plan, a session or a report on this order, or an amendment of this note: other windows name it when they change it. */
  draftKey(kind: Exclude<Written['kind'], 'measure'>, id: string): string {
    return { note: this.drafts, session: this.sessions, report: this.reports, amendment: this.amendments }[kind] + id;
  }

  keepDraft(planId: string, draft: Draft): void {
    this.put(this.drafts + planId, isEmpty(draft) ? undefined : draft);
  }

  /** The session that is being logged on an order, if one is. */
  sessionDraft(therapyOrderId: string): SessionDraft | undefined {
    const draft = this.kept<SessionDraft>(this.sessions + therapyOrderId);
    return draft === undefined || !isBegun(draft) ? undefined : shownAgain(draft);
  }

  /** One with nothing in it of its own is none: tomorrow's begins as it is prescribed then. */
  keepSessionDraft(draft: SessionDraft): void {
    this.put(this.sessions + draft.therapyOrderId, isBegun(draft) ? draft : undefined);
  }

  dropSessionDraft(therapyOrderId: string): void {
    this.put(this.sessions + therapyOrderId, undefined);
  }

  /** The progress report that is being written on an order, if one is. */
  reportDraft(therapyOrderId: string): ReportDraft | undefined {
    return this.kept(this.reports + therapyOrderId);
  }

  keepReportDraft(draft: ReportDraft): void {
    this.put(this.reports + draft.therapyOrderId, isWritten(draft) ? draft : undefined);
  }

  dropReportDraft(therapyOrderId: string): void {
    this.put(this.reports + therapyOrderId, undefined);
  }

  /** What is being added to a note, if something is. */
  amendment(noteId: string): Amendment | undefined {
    return this.kept(this.amendments + noteId);
  }

  keepAmendment(noteId: string, amendment: Amendment): void {
    this.put(this.amendments + noteId, joinText(amendment.text, amendment.reason) === '' ? undefined : amendment);
  }

  dropAmendment(noteId: string): void {
    this.put(this.amendments + noteId, undefined);
  }

  /** What nobody has handed in yet. */
  allDrafts(): { planId: string; draft: Draft }[] {
    return this.keys(this.drafts).map((key) => key.slice(this.drafts.length)).map((planId) => ({ planId, draft: this.draft(planId) }));
  }

  /** Takes it in also when the browser has no room for it: what was handed in together is not torn apart, and can be sent all the same. */
  enqueue(entry: QueuedEntry): void {
    roomlessOf(this.storage).set(this.queued + entry.requestId, entry);
    this.settle();
  }

  /** Finds room for what has none yet, and answers the request_ids of what still has none. */
  settle(): Set<string> {
    const left = new Set<string>();
    for (const [key, entry] of this.unsettled()) {
      try {
        this.storage.setItem(key, JSON.stringify(entry));
        roomlessOf(this.storage).delete(key);
      } catch {
        // QuotaExceededError: whoever asks is told.
        left.add(entry.requestId);
      }
    }
    return left;
  }

  remove(requestId: string): void {
    this.storage.removeItem(this.queued + requestId);
    roomlessOf(this.storage).delete(this.queued + requestId);
  }

  queue(): QueuedEntry[] {
    const kept = this.keys(this.queued).map((key): [string, QueuedEntry] => [key, JSON.parse(this.storage.getItem(key)!) as QueuedEntry]);
    return [...new Map([...kept, ...this.unsettled()]).values()]
      .sort((a, b) => a.encounterAt.localeCompare(b.encounterAt) || a.kind.localeCompare(b.kind) * -1 || a.requestId.localeCompare(b.requestId));
  }

  private unsettled(): [string, QueuedEntry][] {
    return [...roomlessOf(this.storage)].filter(([key]) => key.startsWith(this.queued));
  }

  private kept<Draft>(key: string): Draft | undefined {
    const text = this.storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Draft);
  }

  private put(key: string, draft: object | undefined): void {
    if (draft === undefined) this.storage.removeItem(key);
    else this.storage.setItem(key, JSON.stringify(draft));
  }

  private keys(prefix: string): string[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!).filter((key) => key.startsWith(prefix));
  }
}
