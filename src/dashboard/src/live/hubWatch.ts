import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { session } from '../access/session.svelte';
import { WatchPlanResponseSchema } from '../gen/careteam/v1/live_pb';
import type { OpenWatch, WatchEnd } from './planFeed';

const unauthenticated = 16;

/** WatchPlan on the hub. It never reconnects by itself: the feed does, since only the feed knows the cursor. */
export const openHubWatch: OpenWatch = (planId, afterVersion, sink) => {
  let over = false;
  const end = (why: WatchEnd) => {
    if (over) return;
    over = true;
    sink.ended(why);
    void hub.stop();
  };
  const hub = new HubConnectionBuilder()
    .withUrl('/hubs/care', { accessTokenFactory: () => session.who?.token ?? '' })
    .configureLogging(LogLevel.None)
    .build();
  hub.onclose((error) => end({ message: error?.message ?? 'The connection was closed.' }));
  hub.start().then(
    () => {
      if (over) return void hub.stop();
      hub.stream<JsonValue>('WatchPlan', planId, afterVersion).subscribe({
        next: (json) => {
          if (!over) sink.item(fromJson(WatchPlanResponseSchema, json, { ignoreUnknownFields: true }));
        },
        error: (error: Error) => end(reason(error)),
        complete: () => end({ message: 'The server ended the watch.' }),
      });
    },
    (error: Error) => end(/\b401\b|Unauthorized/.test(error.message) ? { code: unauthenticated, message: 'The sign-in has expired.' } : { message: error.message }),
  );
  return () => {
    over = true;
    void hub.stop();
  };
};

/** A stream that the server refuses ends with the proto3 JSON of google.rpc.Status at the end of the message. */
function reason(error: Error): WatchEnd {
  try {
    const { code, message } = JSON.parse(error.message.slice(error.message.indexOf('{'))) as { code: number; message?: string };
    return { code, message: message ?? '' };
  } catch {
    return { message: error.message };
  }
}
