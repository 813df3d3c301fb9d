import { fromJson, type DescMessage, type JsonValue, type MessageShape } from '@bufbuild/protobuf';
import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { session } from '../access/session.svelte';
import type { WatchEnd, WatchSink } from './keptWatch';

const unauthenticated = 16;

/** One stream of the hub on a connection of its own. It never reconnects by itself: who keeps the cursor does. */
export function openHubStream<Item extends DescMessage>(
  method: string, args: unknown[], schema: Item, sink: WatchSink<MessageShape<Item>>, connected?: (hub: HubConnection) => void,
): () => void {
  let over = false;
  let token = '';
  const end = (why: WatchEnd) => {
    if (over) return;
    over = true;
    // The server ends a watch with the token that it was opened with; with a fresh one it goes on where it was.
    sink.ended(why.code === unauthenticated && session.goesOnAfter(token) ? { message: why.message } : why);
    void hub.stop();
  };
  const hub = new HubConnectionBuilder()
    .withUrl('/hubs/care', { accessTokenFactory: () => (token = session.token()) })
    .configureLogging(LogLevel.None)
    .build();
  hub.onclose((error) => end({ message: error?.message ?? 'The connection was closed.' }));
  hub.start().then(
    () => {
      if (over) return void hub.stop();
      hub.stream<JsonValue>(method, ...args).subscribe({
        next: (json) => {
          if (!over) sink.item(fromJson(schema, json, { ignoreUnknownFields: true }));
        },
        error: (error: Error) => end(reason(error)),
        complete: () => end({ message: 'The server ended the watch.' }),
      });
      connected?.(hub);
    },
    (error: Error) => end(/\b401\b|Unauthorized/.test(error.message) ? { code: unauthenticated, message: 'The sign-in has expired.' } : { message: error.message }),
  );
  return () => {
    over = true;
    void hub.stop();
  };
}

/** A stream that the server refuses ends with the proto3 JSON of google.rpc.Status at the end of the message. */
function reason(error: Error): WatchEnd {
  try {
    const { code, message } = JSON.parse(error.message.slice(error.message.indexOf('{'))) as { code: number; message?: string };
    return { code, message: message ?? '' };
  } catch {
    return { message: error.message };
  }
}
