import { create, fromJson, toJson, type JsonValue } from '@bufbuild/protobuf';
import type { HubConnection } from '@microsoft/signalr';
import type { SignedIn } from '../access/session.svelte';
import { newRequestId } from '../calls/requestId';
import {
  AnnouncePresenceRequestSchema, AnnouncePresenceResponseSchema, PresenceActivity, WatchPresenceRequestSchema, WatchPresenceResponseSchema, type PresentPerson, type WatchPresenceResponse,
} from '../gen/careteam/v1/live_pb';
import { Role } from '../gen/careteam/v1/team_pb';
import { openHubStream } from '../live/hubStream';
import { KeptWatch } from '../live/keptWatch';

/** Nobody is taken for writing who has not touched the form for so long. */
const writingLasts = 45_000;

/** Who else has the plan open, and who is writing a note on it; tells the others the same of this window. It goes over one connection: with it the window is closed. */
export class PlanPresence {
  private people = $state.raw<PresentPerson[]>([]);
  private live = $state(false);
  /** Everybody but the reader; nobody while the connection is lost, since nobody knows. */
  readonly others: PresentPerson[] = $derived(this.live ? this.people.filter(({ person }) => person?.personId !== this.me.personId) : []);
  private readonly windowId = newRequestId();
  private readonly watch: KeptWatch<WatchPresenceResponse>;
  private hub: HubConnection | undefined;
  private activity = PresenceActivity.VIEWING;
  private again: ReturnType<typeof setTimeout> | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly planId: string, private readonly me: SignedIn) {
    const request = toJson(WatchPresenceRequestSchema, create(WatchPresenceRequestSchema, { planId }));
    this.watch = new KeptWatch(
      (sink) => openHubStream('WatchPresence', [request], WatchPresenceResponseSchema, sink, (hub) => {
        this.hub = hub;
        void this.announce();
      }),
      ({ people }) => ((this.people = people), 'complete'),
      ({ kind }) => (this.live = kind === 'live'),
    );
    this.watch.start();
  }

  wake(): void {
    this.watch.wake();
  }

  doubt(): void {
    this.watch.doubt();
  }

  writing(writing: boolean): void {
    clearTimeout(this.idle);
    if (writing) this.idle = setTimeout(() => this.writing(false), writingLasts);
    const activity = writing ? PresenceActivity.WRITING_NOTE : PresenceActivity.VIEWING;
    if (activity === this.activity) return;
    this.activity = activity;
    void this.announce();
  }

  close(): void {
    clearTimeout(this.again);
    clearTimeout(this.idle);
    this.hub = undefined;
    this.watch.stop();
  }

  private async announce(): Promise<void> {
    clearTimeout(this.again);
    const { hub } = this;
    // A screen on the wall is nobody.
    if (hub === undefined || this.me.role === Role.DISPLAY) return;
    const { planId, windowId, activity } = this;
    try {
      const answer = await hub.invoke<JsonValue>('AnnouncePresence', toJson(AnnouncePresenceRequestSchema, create(AnnouncePresenceRequestSchema, { planId, windowId, activity })));
      if (hub !== this.hub) return;
      const { againWithinSeconds } = fromJson(AnnouncePresenceResponseSchema, answer, { ignoreUnknownFields: true });
      this.again = setTimeout(() => void this.announce(), againWithinSeconds * 900);
    } catch {
      // The connection is gone, or the plan may not be read: the watch finds that out by itself, and announces on its next connection.
    }
  }
}
