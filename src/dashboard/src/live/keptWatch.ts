/** Why a watch is over. No code: the connection was lost, and nobody said why. */
export interface WatchEnd {
  code?: number;
  message: string;
}

export interface WatchSink<Item> {
  item(item: Item): void;
  ended(end: WatchEnd): void;
}

/** Opens one watch; the answer closes it. After closing or ending, nothing more comes. */
export type OpenWatch<Item> = (sink: WatchSink<Item>) => () => void;

export type FeedStatus =
  | { kind: 'live' }
  | { kind: 'catching-up' }
  | { kind: 'offline'; since: number }
  | { kind: 'refused'; code: number; message: string };

/** What an item says of the whole: there is more to come, all is here, or something was left out. */
export type Told = 'news' | 'complete' | 'gap';

/** A heartbeat comes every 5 s: after this long without any, nobody can promise that the page is up to date. */
export const silenceLimit = 8_000;
/** A connection that is silent for this long is given up: behind a lost Wi-Fi it would look open for minutes. */
export const deadAfter = 12_000;
const longestPause = 5_000;
/** google.rpc.Code INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED, UNAUTHENTICATED: asking again would get the same. */
const refusals = [3, 5, 7, 16];

/** Keeps one watch open for ever: opens it again when it is lost, and says truly how fresh what came is. */
export class KeptWatch<Item> {
  private closeWatch: (() => void) | undefined;
  private watchNumber = 0;
  private heardAt = Date.now();
  private heardOnThisWatch = false;
  private failures = 0;
  private timers: Partial<Record<'reopen' | 'silence' | 'dead', ReturnType<typeof setTimeout>>> = {};
  private last: FeedStatus = { kind: 'catching-up' };

  constructor(private readonly open: OpenWatch<Item>, private readonly take: (item: Item) => Told, private readonly tell: (status: FeedStatus) => void) {}

  get status(): FeedStatus {
    return this.last;
  }

  start(): void {
    this.listen();
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
    this.closeWatch = this.open({
      item: (item) => current() && this.hear(item),
      ended: (end) => current() && this.ended(end),
    });
  }

  private hear(item: Item): void {
    this.heardAt = Date.now();
    this.failures = 0;
    this.setTimers();
    if (!this.heardOnThisWatch) {
      this.heardOnThisWatch = true;
      this.become({ kind: 'catching-up' });
    }
    const told = this.take(item);
    if (told === 'complete') this.become({ kind: 'live' });
    else if (told === 'gap') this.reopenLater();
    // Silence may have put the light out while the watch stayed open; only a heartbeat makes it live again.
    if (told === 'gap' || (told === 'news' && this.last.kind === 'offline')) this.become({ kind: 'catching-up' });
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
    this.tell(status);
  }
}
