import { EventEmitter, once } from 'node:events';
import type { ServiceError } from '@grpc/grpc-js';
import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { Failure } from './failure.ts';
import { protoJson } from './protoJson.ts';
import { httpAddress, type Session } from './server.ts';

/** Follows a plan and keeps what came, as proto3 JSON. */
export class Watcher {
  readonly events: any[] = [];
  readonly heartbeats: any[] = [];
  private failure: Failure | undefined;
  private readonly changes = new EventEmitter();

  constructor(readonly name: string, private readonly stopWatching: () => void | Promise<void>) {}

  take(item: any): void {
    if (item.event !== undefined) this.events.push(item.event);
    if (item.heartbeat !== undefined) this.heartbeats.push(item.heartbeat);
    this.changes.emit('change');
  }

  fail(failure: Failure): void {
    this.failure = failure;
    this.changes.emit('change');
  }

  /** Resolves when the server has promised that everything up to this version was sent. */
  async completeUpTo(version: number): Promise<any[]> {
    await this.until(() => this.events.at(-1)?.version >= version || this.heartbeats.some((h) => h.version >= version), `version ${version}`);
    return this.events;
  }

  async failed(): Promise<Failure> {
    await this.until(() => this.failure !== undefined, 'the end of the watch', true);
    return this.failure!;
  }

  stop(): void | Promise<void> {
    return this.stopWatching();
  }

  private async until(done: () => boolean, what: string, failureIsFine = false): Promise<void> {
    const signal = AbortSignal.timeout(120_000);
    while (!done()) {
      if (this.failure !== undefined && !failureIsFine) throw this.failure;
      await once(this.changes, 'change', { signal }).catch(() => {
        throw new Error(`${this.name} waited in vain for ${what}; it has the versions ${this.events.map((e) => e.version).join()}.`);
      });
    }
  }
}

export function watchOverGrpc(session: Session, planId: string, afterVersion = 0): Watcher {
  const call = session.stream('LiveService.WatchPlan', { planId, afterVersion });
  const watcher = new Watcher('gRPC', () => call.cancel());
  call.on('data', (item) => watcher.take(protoJson(item)));
  call.on('error', (error: ServiceError) => watcher.fail(Failure.ofCall(error)));
  return watcher;
}

export async function watchOverHub(session: Session, planId: string, afterVersion = 0): Promise<Watcher> {
  const hub: HubConnection = new HubConnectionBuilder()
    .withUrl(`${httpAddress()}/hubs/care`, { accessTokenFactory: () => session.token })
    .configureLogging(LogLevel.None)
    .build();
  await hub.start();
  const watcher = new Watcher('hub', () => hub.stop());
  hub.stream('WatchPlan', planId, afterVersion).subscribe({
    next: (item) => watcher.take(item),
    error: (error) => watcher.fail(Failure.ofHub(error)),
    complete: () => undefined,
  });
  return watcher;
}
