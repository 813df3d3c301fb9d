import { fromJsonString, toJsonString } from '@bufbuild/protobuf';
import { disciplineOf } from '../access/roles';
import { session, type SignedIn } from '../access/session.svelte';
import { taskCalls } from '../calls/clients';
import { failureWords } from '../calls/failure';
import type { WorklistPlan } from '../gen/careteam/v1/live_pb';
import { GetWorkResponseSchema, TaskStatus, type GetWorkResponse } from '../gen/careteam/v1/task_pb';
import { attend } from '../live/following';
import type { FeedStatus } from '../live/keptWatch';
import { ListFeed } from '../live/listFeed';
import { openWorklist } from '../live/watches';

const open = [TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.IN_PROGRESS];
const debounce = 80;
const retryPause = 4_000;
const key = 'careteam.work';
const unauthenticated = 16;

/** The day of whoever is signed in. The worklists say that something changed; the server says what there is to do. */
export class WorkState {
  work = $state.raw<GetWorkResponse>();
  /** When it was fetched; kept for this tab, so that a reload without a network shows what was known. */
  asOf = $state<number>();
  failure = $state('');
  private readonly lights = $state<Record<'mine' | 'offered', FeedStatus>>({ mine: { kind: 'catching-up' }, offered: { kind: 'catching-up' } });
  readonly light: FeedStatus = $derived(this.lights.mine.kind !== 'live' ? this.lights.mine : this.failure === '' ? this.lights.offered : { kind: 'catching-up' });
  private readonly feeds: ListFeed<WorklistPlan>[];
  private readonly leave: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private run = 0;
  private closed = false;

  constructor(who: SignedIn) {
    this.remember();
    const discipline = disciplineOf[who.role];
    this.feeds = [
      this.follow('mine', { assigneeId: who.personId, statuses: open }),
      ...(discipline === undefined ? [] : [this.follow('offered', { discipline, unassigned: true, statuses: open })]),
    ];
    if (discipline === undefined) this.lights.offered = { kind: 'live' };
    this.leave = attend(...this.feeds);
    void this.refresh();
  }

  close(): void {
    this.closed = true;
    this.leave();
    clearTimeout(this.timer);
    for (const feed of this.feeds) feed.stop();
  }

  refreshSoon(pause = debounce): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.refresh(), pause);
  }

  private async refresh(): Promise<void> {
    const run = ++this.run;
    try {
      const work = await taskCalls.getWork({ pageSize: 100 });
      if (run !== this.run || this.closed) return;
      [this.work, this.asOf, this.failure] = [work, Date.now(), ''];
      sessionStorage.setItem(key, JSON.stringify({ asOf: this.asOf, work: toJsonString(GetWorkResponseSchema, work) }));
    } catch (error) {
      if (run !== this.run || this.closed) return;
      this.failure = failureWords(error);
      this.refreshSoon(retryPause);
    }
  }

  private remember(): void {
    const text = sessionStorage.getItem(key);
    if (text === null) return;
    const { asOf, work } = JSON.parse(text) as { asOf: number; work: string };
    [this.work, this.asOf] = [fromJsonString(GetWorkResponseSchema, work, { ignoreUnknownFields: true }), asOf];
  }

  private follow(name: 'mine' | 'offered', of: Parameters<typeof openWorklist>[0]): ListFeed<WorklistPlan> {
    return new ListFeed(openWorklist(of), (entry) => entry.planId, {
      list: () => this.refreshSoon(),
      status: (status) => {
        this.lights[name] = status;
        if (status.kind === 'refused' && status.code === unauthenticated) session.end('Your sign-in has expired. Nothing is lost: sign in again.');
      },
    });
  }
}
