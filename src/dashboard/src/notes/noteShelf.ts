import type { SessionDraft } from '../sessions/sessionDraft';
import type { ReportDraft } from '../sessions/reportDraft';
import { emptyDraft, isEmpty, joinText, type Check, type Draft, type Measured, type Soap } from './draft';

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
} & (
  | { kind: 'note'; soap: Soap; checks: Check[]; taskIds: string[] }
  | { kind: 'measure'; measured: Measured }
  | { kind: 'session'; session: SessionDraft }
  | { kind: 'report'; report: ReportDraft }
);

/** "note", "ODI", "session": what the entry is called in a sentence. */
export const entryWords = (entry: QueuedEntry) => ({ note: 'note', measure: entry.kind === 'measure' ? entry.measured.abbreviation : '', session: 'session', report: 'progress report' })[entry.kind];

/** Of a plan and these kinds, and when one is named, about this order for therapy. */
export const isAbout = (entry: QueuedEntry, planId: string, kinds: QueuedEntry['kind'][], therapyOrderId?: string) =>
  entry.planId === planId && kinds.includes(entry.kind) && (therapyOrderId === undefined || orderOf(entry) === therapyOrderId);

const orderOf = (entry: QueuedEntry) => (entry.kind === 'session' ? entry.session.therapyOrderId : entry.kind === 'report' ? entry.report.therapyOrderId : undefined);

/** What the person wrote in it. */
export function entryText(entry: QueuedEntry): string {
  switch (entry.kind) {
    case 'note': return joinText(entry.soap.subjective, entry.soap.objective, entry.soap.assessment, entry.soap.plan);
    case 'report': return joinText(entry.report.subjective, entry.report.objective, entry.report.assessment, entry.report.plan);
    case 'session': return joinText(entry.session.attendanceReason, entry.session.response);
    case 'measure': return '';
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

/** Leaving the page now would lose something that was handed in. */
export const wouldLose = (storage: Shelf = localStorage) => roomlessOf(storage).size > 0;

/**
 * Where one person's drafts and unacknowledged entries outlive a reload. Every entry has a key of its own, so that two tabs never
 * overwrite each other's.
 */
export class NoteShelf {
  private readonly drafts: string;
  private readonly sessions: string;
  private readonly queued: string;

  constructor(organization: string, personId: string, private readonly storage: Shelf = localStorage) {
    this.drafts = `careteam.draft.${organization}/${personId}/`;
    this.sessions = `careteam.session-draft.${organization}/${personId}/`;
    this.queued = `careteam.entry.${organization}/${personId}/`;
  }

  draft(planId: string): Draft {
    const text = this.storage.getItem(this.drafts + planId);
    return text === null ? emptyDraft() : { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) };
  }

  keepDraft(planId: string, draft: Draft): void {
    if (isEmpty(draft)) this.storage.removeItem(this.drafts + planId);
    else this.storage.setItem(this.drafts + planId, JSON.stringify(draft));
  }

  /** The session that is being logged on an order, if one is. */
  sessionDraft(therapyOrderId: string): SessionDraft | undefined {
    const text = this.storage.getItem(this.sessions + therapyOrderId);
    return text === null ? undefined : (JSON.parse(text) as SessionDraft);
  }

  keepSessionDraft(draft: SessionDraft): void {
    this.storage.setItem(this.sessions + draft.therapyOrderId, JSON.stringify(draft));
  }

  dropSessionDraft(therapyOrderId: string): void {
    this.storage.removeItem(this.sessions + therapyOrderId);
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

  private keys(prefix: string): string[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!).filter((key) => key.startsWith(prefix));
  }
}
