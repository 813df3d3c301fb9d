export interface Soap {
  subjective: string;
  objective: string;
  assessment: string;
  plan: string;
}

export interface QueuedNote {
  planId: string;
  requestId: string;
  /** Fixed when the note is handed in: a repeat must be the same request, word for word. */
  encounterAt: string;
  soap: Soap;
  /** Why the server will not have it. */
  refusal?: string;
}

export const emptySoap = (): Soap => ({ subjective: '', objective: '', assessment: '', plan: '' });
export const isEmpty = (soap: Soap) => Object.values(soap).every((text) => text.trim() === '');

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Where one person's drafts and unacknowledged notes outlive a reload. Every note has a key of its own, so that two tabs never
 * overwrite each other's.
 */
export class NoteShelf {
  private readonly drafts: string;
  private readonly queued: string;

  constructor(organization: string, personId: string, private readonly storage: Shelf = localStorage) {
    this.drafts = `careteam.draft.${organization}/${personId}/`;
    this.queued = `careteam.note.${organization}/${personId}/`;
  }

  draft(planId: string): Soap | undefined {
    const text = this.storage.getItem(this.drafts + planId);
    return text === null ? undefined : (JSON.parse(text) as Soap);
  }

  keepDraft(planId: string, soap: Soap): void {
    if (isEmpty(soap)) this.storage.removeItem(this.drafts + planId);
    else this.storage.setItem(this.drafts + planId, JSON.stringify(soap));
  }

  enqueue(note: QueuedNote): void {
    this.storage.setItem(this.queued + note.requestId, JSON.stringify(note));
  }

  remove(requestId: string): void {
    this.storage.removeItem(this.queued + requestId);
  }

  queue(): QueuedNote[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!)
      .filter((key) => key.startsWith(this.queued))
      .map((key) => JSON.parse(this.storage.getItem(key)!) as QueuedNote)
      .sort((a, b) => a.encounterAt.localeCompare(b.encounterAt));
  }
}
