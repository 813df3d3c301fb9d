import type { WatchPlanResponse } from '../gen/careteam/v1/live_pb';
import type { PlanEvent } from '../gen/careteam/v1/plan_event_pb';
import { KeptWatch, type FeedStatus, type Told, type WatchSink } from './keptWatch';

export type OpenPlanWatch = (planId: string, afterVersion: number, sink: WatchSink<WatchPlanResponse>) => () => void;

export interface PlanFeedListener {
  /** Every event after the first cursor, in order, once. */
  event(event: PlanEvent): void;
  status(status: FeedStatus): void;
  /** Must never happen: the stream left a version out. The feed asks again from its cursor; what is shown should be fetched anew. */
  gap(expected: number, got: number): void;
}

/** Follows one plan for ever: holds the cursor, drops duplicates, finds gaps. */
export class PlanFeed {
  private readonly watch: KeptWatch<WatchPlanResponse>;

  constructor(planId: string, private version: number, open: OpenPlanWatch, private readonly listener: PlanFeedListener) {
    this.watch = new KeptWatch((sink) => open(planId, this.version, sink), (item) => this.take(item), (status) => listener.status(status));
    this.watch.start();
  }

  /** The last version received. */
  get cursor(): number {
    return this.version;
  }

  get status(): FeedStatus {
    return this.watch.status;
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

  private take({ item }: WatchPlanResponse): Told {
    if (item.case === 'heartbeat') return item.value.version > this.version ? this.leftOut(item.value.version) : 'complete';
    if (item.case !== 'event' || item.value.version <= this.version) return 'news';
    if (item.value.version > this.version + 1) return this.leftOut(item.value.version);
    this.version = item.value.version;
    this.listener.event(item.value);
    return 'news';
  }

  private leftOut(got: number): Told {
    this.listener.gap(this.version + 1, got);
    return 'gap';
  }
}
