import { equals } from '@bufbuild/protobuf';
import { historyCalls, planCalls } from '../calls/clients';
import { failureWords, isFinal } from '../calls/failure';
import { NoteSummarySchema, type Note } from '../gen/careteam/v1/note_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { CarePlan } from '../gen/careteam/v1/plan_pb';
import type { FeedStatus } from '../live/keptWatch';
import { PlanFeed } from '../live/planFeed';
import { openPlanWatch } from '../live/watches';
import { notesOf } from '../notes/notesOf';

const recentEvents = 50;
const earlierAtOnce = 200;
const debounce = 60;
const retryPause = 2_000;
/** Fetching what an event changed takes a moment, and the light does not blink for it; longer than this, it says so. */
const grace = 1_000;
const invalidArgument = 3;
const unauthenticated = 16;

/** One plan on the screen. The feed tells that something happened; what is shown is fetched, so that all of it belongs to one version. */
export class PlanState {
  plan = $state.raw<CarePlan>();
  /** Undefined while they are fetched for the first time: the plan does not wait for them. */
  notes = $state.raw<Note[]>();
  /** Newest first. */
  events = $state.raw<PlanEvent[]>([]);
  failure = $state('');
  private feedStatus = $state.raw<FeedStatus>({ kind: 'catching-up' });
  private behind = $state(false);
  private notesWanted = 50;
  private feed: PlanFeed | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = 0;
  private behindTimer: ReturnType<typeof setTimeout> | undefined;
  private fetching = false;
  /** Of what is shown: what was asked before it was given up belongs to nothing any more. */
  private run = 0;
  private closed = false;

  readonly light: FeedStatus = $derived(
    this.feedStatus.kind === 'live' && this.behind ? { kind: 'catching-up' } : this.feedStatus);
  readonly hasEarlierEvents = $derived((this.events.at(-1)?.version ?? 1) > 1);
  readonly hasEarlierNotes = $derived((this.plan?.notes.length ?? 0) > (this.notes?.length ?? Infinity));

  constructor(readonly planId: string) {
    void this.fetch();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.behindTimer);
    this.feed?.stop();
  }

  /** The browser is back on line, or the page in view. */
  wake(): void {
    this.feed?.wake();
    if (this.failure !== '' || this.plan === undefined) this.fetchSoon(0);
  }

  doubt(): void {
    this.feed?.doubt();
  }

  async earlierEvents(): Promise<void> {
    const before = this.events.at(-1)?.version ?? 1;
    const afterVersion = Math.max(0, before - 1 - earlierAtOnce);
    const earlier: PlanEvent[] = [];
    let pageToken = '';
    // A page of large events is short, and it has the oldest: what it leaves out lies between them and what is shown.
    do {
      const page = await historyCalls.listPlanEvents({ planId: this.planId, afterVersion, pageSize: before - 1 - afterVersion - earlier.length, pageToken });
      earlier.push(...page.events);
      pageToken = page.nextPageToken;
    } while (pageToken !== '' && earlier.length < before - 1 - afterVersion);
    // Asked twice at once, or begun anew meanwhile: only what joins on to what is shown.
    if (this.events.at(-1)?.version === before) this.events = [...this.events, ...earlier.reverse()];
  }

  async earlierNotes(): Promise<void> {
    const { plan } = this;
    if (plan === undefined) return;
    const wanted = this.notesWanted + 50;
    const notes = await notesOf(plan, wanted);
    // A note that came meanwhile is on the screen already: these would take it away again.
    if (plan !== this.plan) return this.earlierNotes();
    // More is wanted from now on only once it was had: what failed must not fail with every note to come.
    [this.notes, this.notesWanted] = [notes, wanted];
  }

  /** Fetches what is shown, and comes back while the feed is ahead of it. */
  private async fetch(): Promise<void> {
    if (this.fetching || this.closed) return;
    this.fetching = true;
    const run = this.run;
    const over = () => this.closed || run !== this.run;
    try {
      const { plan } = await planCalls.getPlan({ planId: this.planId });
      if (plan === undefined || over()) return;
      if (this.plan === undefined) [this.plan, this.failure] = [plan, ''];
      // Notes are read after the plan, and cut back to it: together they are the plan at its version.
      const notes = this.notes !== undefined && sameNotes(plan, this.plan) ? this.notes : await notesOf(plan, this.notesWanted);
      if (over()) return;
      [this.plan, this.notes, this.failure] = [plan, notes, ''];
      this.feed ??= this.follow(plan.version);
      if (plan.version < this.feed.cursor) this.fetchSoon();
      else this.caughtUp();
    } catch (error) {
      if (over()) return;
      // A part of it may not be read, or it is not there any more: a page that could never be live is none.
      if (isFinal(error)) return this.giveUp(failureWords(error));
      this.failure = failureWords(error);
      this.behind = this.plan !== undefined && this.plan.version < (this.feed?.cursor ?? 0);
      this.fetchSoon(retryPause);
    } finally {
      if (run === this.run) this.fetching = false;
    }
  }

  /** Events that come one after the other are shown together, but they cannot put the showing off. */
  private fetchSoon(pause = debounce): void {
    const due = Date.now() + pause;
    if (this.closed || (this.timer !== undefined && this.due <= due)) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.fetch();
    }, pause);
  }

  private follow(version: number): PlanFeed {
    const after = Math.max(0, version - recentEvents);
    this.feedStatus = { kind: 'catching-up' };
    return new PlanFeed(this.planId, after, openPlanWatch, {
      event: (event) => {
        this.events = [event, ...this.events];
        if (event.version <= (this.plan?.version ?? 0)) return;
        this.behindTimer ??= setTimeout(() => (this.behind = true), grace);
        this.fetchSoon();
      },
      status: (status) => {
        this.feedStatus = status;
        if (status.kind === 'refused') this.refused(status.code, status.message);
      },
      gap: () => this.fetchSoon(),
    });
  }

  private caughtUp(): void {
    clearTimeout(this.behindTimer);
    [this.behindTimer, this.behind] = [undefined, false];
  }

  private refused(code: number, message: string): void {
    if (code === unauthenticated) return;
    // The server has less than this page has seen, as after a restore: what it has is the truth.
    const restored = code === invalidArgument;
    this.giveUp(restored ? '' : message);
    if (restored) this.fetchSoon(retryPause);
  }

  /** Nothing of it is shown any more; whoever tries again begins anew. */
  private giveUp(failure: string): void {
    this.run++;
    this.feed?.stop();
    clearTimeout(this.timer);
    [this.timer, this.fetching] = [undefined, false];
    this.caughtUp();
    [this.feed, this.plan, this.events, this.notes, this.failure] = [undefined, undefined, [], undefined, failure];
    this.feedStatus = { kind: 'catching-up' };
  }
}

/** Amended and co-signed alike, and awaiting the same co-signatures. */
const sameNotes = (now: CarePlan, before: CarePlan | undefined) =>
  before !== undefined && now.notes.length === before.notes.length && now.notes.every((note, i) => equals(NoteSummarySchema, note, before.notes[i]!));
