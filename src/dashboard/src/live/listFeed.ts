import { KeptWatch, type FeedStatus, type Told, type WatchSink } from './keptWatch';

/** WatchCaseload and WatchWorklist speak alike: a plan as the list shows it now, a plan that it no longer has, or a heartbeat. */
export interface ListItem<Entry> {
  item:
    | { case: 'plan'; value: Entry }
    | { case: 'removed'; value: { planId: string } }
    | { case: 'heartbeat'; value: { plans: number } }
    | { case: undefined; value?: undefined };
}

export type OpenListWatch<Entry> = (cursors: string[], sink: WatchSink<ListItem<Entry>>) => () => void;

export interface ListFeedListener<Entry> {
  /** Once a first list is complete, and then at each change. */
  list(entries: Entry[]): void;
  status(status: FeedStatus): void;
}

const invalidArgument = 3;

/** Follows one list of plans for ever: of each plan the newest, with its cursor, so that after a reconnect only what changed comes. */
export class ListFeed<Entry extends { cursor: string }> {
  private readonly entries = new Map<string, Entry>();
  private readonly watch: KeptWatch<ListItem<Entry>>;
  private complete = false;

  constructor(open: OpenListWatch<Entry>, private readonly planIdOf: (entry: Entry) => string, private readonly listener: ListFeedListener<Entry>) {
    this.watch = new KeptWatch(
      (sink) => open(Array.from(this.entries.values(), (entry) => entry.cursor), sink),
      (item) => this.take(item),
      (status) => (status.kind === 'refused' && status.code === invalidArgument && this.entries.size > 0 ? this.startAnew() : listener.status(status)),
    );
    this.watch.start();
  }

  wake(): void {
    this.watch.wake();
  }

  doubt(): void {
    this.watch.doubt();
  }

  stop(): void {
    this.watch.stop();
  }

  private take({ item }: ListItem<Entry>): Told {
    switch (item.case) {
      case 'plan':
        this.entries.set(this.planIdOf(item.value), item.value);
        break;
      case 'removed':
        this.entries.delete(item.value.planId);
        break;
      case 'heartbeat':
        // The count is the proof that nothing was left out.
        if (item.value.plans !== this.entries.size) return this.miscounted();
        if (!this.complete) this.tellList();
        return 'complete';
    }
    if (this.complete) this.tellList();
    return 'news';
  }

  private tellList(): void {
    this.complete = true;
    this.listener.list([...this.entries.values()]);
  }

  private miscounted(): Told {
    this.entries.clear();
    this.complete = false;
    return 'gap';
  }

  /** The server does not know these cursors, as after a change of its build: the whole list again. */
  private startAnew(): void {
    this.entries.clear();
    this.complete = false;
    this.listener.status({ kind: 'catching-up' });
    this.watch.start();
  }
}
