import type { ServiceError } from '@grpc/grpc-js';
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { Failure } from './failure.ts';
import { protoJson } from './protoJson.ts';
import { httpAddress, type Session } from './server.ts';

/** What a watch of a list sends up to its first heartbeat; then the watch is closed. */
export function listOverGrpc(session: Session, method: 'WatchCaseload' | 'WatchWorklist', request: object): Promise<any[]> {
  const call = session.stream(`LiveService.${method}`, request);
  const items: any[] = [];
  return new Promise<any[]>((resolve, reject) => {
    call.on('error', (error: ServiceError) => reject(Failure.ofCall(error)));
    call.on('data', (item) => {
      items.push(protoJson(item));
      if (items.at(-1).heartbeat !== undefined) resolve(items);
    });
  }).finally(() => call.cancel());
}

export async function listOverHub(session: Session, method: 'WatchCaseload' | 'WatchWorklist', request: object): Promise<any[]> {
  const hub = new HubConnectionBuilder()
    .withUrl(`${httpAddress()}/hubs/care`, { accessTokenFactory: () => session.token })
    .configureLogging(LogLevel.None)
    .build();
  await hub.start();
  const items: any[] = [];
  return new Promise<any[]>((resolve, reject) => {
    hub.stream(method, request).subscribe({
      next: (item: any) => {
        items.push(item);
        if (item.heartbeat !== undefined) resolve(items);
      },
      error: (error) => reject(Failure.ofHub(error)),
      complete: () => undefined,
    });
  }).finally(() => hub.stop());
}
