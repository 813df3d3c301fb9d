import { fromJsonString, toJsonString } from '@bufbuild/protobuf';
import { disciplineOf, maySupervise } from '../access/roles';
import { session, type SignedIn } from '../access/session.svelte';
import { taskCalls } from '../calls/clients';
import { failureWords } from '../calls/failure';
import type { CaseloadPlan, WorklistPlan } from '../gen/careteam/v1/live_pb';
import { PlanStatus } from '../gen/careteam/v1/plan_pb';
import { GetWorkResponseSchema, WorkReason, type GetWorkResponse } from '../gen/careteam/v1/task_pb';
import { attend } from '../live/following';
import type { FeedStatus } from '../live/keptWatch';
import { ListFeed } from '../live/listFeed';
import { openCaseload, openWorklist } from '../live/watches';
import { openStatuses } from '../tasks/openTasks';
import { onNewDay } from '../words/clock.svelte';
import { today } from '../words/times';
import { CosignQueue } from './cosignQueue.svelte';
import { TherapyPlans } from './therapyPlans.svelte';

const openPlans = [PlanStatus.DRAFT, PlanStatus.ACTIVE, PlanStatus.ON_HOLD];
const debounce = 80;
const retryPause = 4_000;
const anotherDayPause = 60_000;

type Followed = 'mine' | 'offered' | 'plans';

/** The day of whoever is signed in. The lists say that something changed; the server says what there is to do. */
export class WorkState {
  work = $state.raw<GetWorkResponse>();
  /** When it was fetched; kept for this tab and person until the session ends, so that a reload without a network shows what was known. */
  asOf = $state<number>();
  failure = $state('');
  flagged = $state.raw<CaseloadPlan[]>([]);
  readonly toCosign = new CosignQueue();
  readonly therapy = new TherapyPlans();
  /** Of every list that is followed, from before its first word. */
  private readonly lights = $state<Partial<Record<Followed, FeedStatus>>>({});
  /** As good as the worst of them. */
  readonly light: FeedStatus = $derived(
    Object.values(this.lights).find((light) => light.kind !== 'live') ?? (this.failure === '' && this.isOfToday() ? { kind: 'live' } : { kind: 'catching-up' }));
  private readonly feeds: { wake(): void; doubt(): void; stop(): void }[];
  private readonly leave: (() => void)[];
  private readonly key: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private anotherDay: ReturnType<typeof setTimeout> | undefined;
  private run = 0;
  private closed = false;

  constructor(private readonly who: SignedIn) {
    this.key = `careteam.work.${who.organization}/${who.personId}`;
    this.remember();
    const discipline = disciplineOf[who.role];
    this.feeds = [
      this.follow('mine', { assigneeId: who.personId, statuses: openStatuses }),
      ...(discipline === undefined ? [] : [this.follow('offered', { discipline, unassigned: true, statuses: openStatuses })]),
      this.followPlans(),
    ];
    // At midnight the lists stay as they are, and what is due today is something else.
    this.leave = [attend(...this.feeds), onNewDay(() => this.refreshSoon(0))];
    void this.refresh();
  }

  close(): void {
    this.closed = true;
    for (const leave of this.leave) leave();
    clearTimeout(this.timer);
    clearTimeout(this.anotherDay);
    this.toCosign.close();
    this.therapy.close();
    for (const feed of this.feeds) feed.stop();
  }

  refreshSoon(pause = debounce): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.refresh(), pause);
  }

  private isOfToday(): boolean {
    return this.work !== undefined && this.asOf !== undefined && today(new Date(this.asOf)) === today();
  }

  private async refresh(): Promise<void> {
    const run = ++this.run;
    clearTimeout(this.anotherDay);
    try {
      const work = await taskCalls.getWork({ pageSize: 100 });
      if (run !== this.run || this.closed) return;
      [this.work, this.asOf, this.failure] = [work, Date.now(), ''];
      // What is offered to a discipline is nobody's to treat yet.
      this.therapy.learn(work.items.flatMap(({ reason, task }) => (reason === WorkReason.OFFERED || task === undefined ? [] : [task])));
      this.keep(work);
      // The clinic's midnight may come seconds or hours after the reader's: nothing tells of it, and what is due is something else then.
      if (work.todayDate !== today()) this.anotherDay = setTimeout(() => void this.refresh(), anotherDayPause);
    } catch (error) {
      if (run !== this.run || this.closed) return;
      this.failure = failureWords(error);
      this.refreshSoon(retryPause);
    }
  }

  private keep(work: GetWorkResponse): void {
    // The session may have ended while the answer was under way, and what it left in the tab with it.
    if (session.who !== this.who) return;
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ asOf: this.asOf, work: toJsonString(GetWorkResponseSchema, work) }));
    } catch {
      // Without room an older list would be shown after a reload off line: better none.
      sessionStorage.removeItem(this.key);
    }
  }

  private remember(): void {
    const text = sessionStorage.getItem(this.key);
    if (text === null) return;
    const { asOf, work } = JSON.parse(text) as { asOf: number; work: string };
    [this.work, this.asOf] = [fromJsonString(GetWorkResponseSchema, work, { ignoreUnknownFields: true }), asOf];
  }

  private follow(name: Followed, of: Parameters<typeof openWorklist>[0]): ListFeed<WorklistPlan> {
    this.tell(name, { kind: 'catching-up' });
    return new ListFeed(openWorklist(of), (entry) => entry.planId, { list: () => this.refreshSoon(), status: (status) => this.tell(name, status) });
  }

  /** The plans themselves tell of red flags, and that a note may have come which waits for a signature. */
  private followPlans(): ListFeed<CaseloadPlan> {
    this.tell('plans', { kind: 'catching-up' });
    return new ListFeed(openCaseload(openPlans), (plan) => plan.summary!.planId, {
      list: (plans) => {
        this.flagged = plans.filter(({ summary }) => summary!.openRedFlags > 0);
        if (maySupervise(this.who.role)) this.toCosign.refreshSoon();
      },
      status: (status) => this.tell('plans', status),
    });
  }

  private tell(name: Followed, status: FeedStatus): void {
    this.lights[name] = status;
  }
}
