import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import type { WatchPlanResponse } from '../gen/careteam/v1/live_pb';

/** Why a watch is over. No code: the connection was lost, and nobody said why. */
export interface WatchEnd {
  code?: number;
  message: string;
}

export interface WatchSink {
  item(item: WatchPlanResponse): void;
  ended(end: WatchEnd): void;
}

/** Opens one watch; the answer closes it. After closing or ending, nothing more comes. */
export type OpenWatch = (planId: string, afterVersion: number, sink: WatchSink) => () => void;

export type FeedStatus =
  | { kind: 'live' }
  | { kind: 'catching-up' }
  | { kind: 'offline'; since: number }
  | { kind: 'refused'; code: number; message: string };

export interface FeedListener {
  /** Every event after the first cursor, in order, once. */
  event(event: PlanEvent): void;
  status(status: FeedStatus): void;
  /** Must never happen: the stream left a version out. The feed asks again from its cursor; what is shown should be fetched anew. */
  gap(expected: number, got: number): void;
}

/** A heartbeat comes every 5 s: after this long without any, nobody can promise that the page is up to date. */
export const silenceLimit = 8_000;
/** A connection that is silent for this long is given up: behind a lost Wi-Fi it would look open for minutes. */
export const deadAfter = 12_000;
const longestPause = 5_000;
/** google.rpc.Code INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED, UNAUTHENTICATED: asking again would get the same. */
const refusals = [3, 5, 7, 16];

/** Follows one plan for ever: holds the cursor, reconnects with it, drops duplicates, and says truly how fresh it is. */
export class PlanFeed {
  private closeWatch: (() => void) | undefined;
  private watchNumber = 0;
  private heardAt: number;
  private heardOnThisWatch = false;
  private failures = 0;
  private timers: Partial<Record<'reopen' | 'silence' | 'dead', ReturnType<typeof setTimeout>>> = {};
  private last: FeedStatus = { kind: 'catching-up' };

  constructor(private readonly planId: string, private version: number, private readonly open: OpenWatch, private readonly listener: FeedListener) {
    this.heardAt = Date.now();
    this.listen();
  }

  /** The last version received. */
  get cursor(): number {
    return this.version;
  }

  get status(): FeedStatus {
    return this.last;
  }

  /** Tries again at once instead of after the pause: the browser is back on line, or the page in view. */
  wake(): void {
    if (this.timers.reopen !== undefined) this.listen();
  }

  /** The browser says that it is off line: what comes is not to be trusted before a new connection. */
  doubt(): void {
    if (this.closeWatch !== undefined) this.ended({ message: 'The browser is off line.' });
  }

  stop(): void {
    this.drop();
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.timers = {};
  }

  private listen(): void {
    this.drop();
    const number = ++this.watchNumber;
    const current = () => number === this.watchNumber;
    this.heardOnThisWatch = false;
    this.setTimers();
    this.closeWatch = this.open(this.planId, this.version, {
      item: (item) => current() && this.take(item),
      ended: (end) => current() && this.ended(end),
    });
  }

  private take({ item }: WatchPlanResponse): void {
    this.heardAt = Date.now();
    this.failures = 0;
    this.setTimers();
    if (!this.heardOnThisWatch) {
      this.heardOnThisWatch = true;
      this.become({ kind: 'catching-up' });
    }
    if (item.case === 'event') this.takeEvent(item.value);
    else if (item.case === 'heartbeat') this.takeHeartbeat(item.value.version);
  }

  private takeEvent(event: PlanEvent): void {
    if (event.version <= this.version) return;
    if (event.version > this.version + 1) return this.leftOut(event.version);
    this.version = event.version;
    // Silence may have put the light out while the watch stayed open; only a heartbeat makes it live again.
    if (this.last.kind === 'offline') this.become({ kind: 'catching-up' });
    this.listener.event(event);
  }

  private takeHeartbeat(version: number): void {
    if (version > this.version) return this.leftOut(version);
    this.become({ kind: 'live' });
  }

  private leftOut(got: number): void {
    const expected = this.version + 1;
    this.become({ kind: 'catching-up' });
    this.reopenLater();
    this.listener.gap(expected, got);
  }

  private ended({ code, message }: WatchEnd): void {
    if (code !== undefined && refusals.includes(code)) {
      this.stop();
      this.become({ kind: 'refused', code, message });
      return;
    }
    this.become({ kind: 'offline', since: this.heardAt });
    this.reopenLater();
  }

  private reopenLater(): void {
    this.drop();
    clearTimeout(this.timers.dead);
    clearTimeout(this.timers.reopen);
    const pause = Math.min(longestPause, 250 * 2 ** this.failures++);
    // Spread, so that a restarted server is not met by every screen of the clinic in one moment.
    this.timers.reopen = setTimeout(() => this.listen(), pause * (0.75 + Math.random() / 2));
  }

  private setTimers(): void {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.timers = {
      silence: setTimeout(() => this.become({ kind: 'offline', since: this.heardAt }), Math.max(0, this.heardAt + silenceLimit - Date.now())),
      dead: setTimeout(() => this.reopenLater(), deadAfter),
    };
  }

  private drop(): void {
    this.watchNumber++;
    this.closeWatch?.();
    this.closeWatch = undefined;
  }

  private become(status: FeedStatus): void {
    if (status.kind === this.last.kind && status.kind !== 'refused') return;
    this.last = status;
    this.listener.status(status);
  }
}
