import { Code, ConnectError, createClient, type Interceptor } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';
import { session } from '../access/session.svelte';
import { HistoryService } from '../gen/careteam/v1/history_pb';
import { NoteService } from '../gen/careteam/v1/note_pb';
import { OutcomeService } from '../gen/careteam/v1/outcome_pb';
import { PlanService } from '../gen/careteam/v1/plan_pb';
import { TaskService } from '../gen/careteam/v1/task_pb';
import { TeamService } from '../gen/careteam/v1/team_pb';
import { TherapyService } from '../gen/careteam/v1/therapy_pb';

/** Every call goes out as the person who is signed in, and a token that is no longer good is renewed or ends the session. */
const asSignedIn: Interceptor = (next) => async (request) => {
  const token = session.token();
  // What was still on its way to the next page of a list when its person signed out.
  if (token === '') throw new ConnectError('Nobody is signed in.', Code.Unauthenticated);
  request.header.set('authorization', `Bearer ${token}`);
  try {
    return await next(request);
  } catch (error) {
    if (ConnectError.from(error).code === Code.Unauthenticated) session.goesOnAfter(token);
    throw error;
  }
};

const transport = createGrpcWebTransport({ baseUrl: location.origin, interceptors: [asSignedIn], defaultTimeoutMs: 15_000 });

export const planCalls = createClient(PlanService, transport);
export const taskCalls = createClient(TaskService, transport);
export const noteCalls = createClient(NoteService, transport);
export const outcomeCalls = createClient(OutcomeService, transport);
export const teamCalls = createClient(TeamService, transport);
export const therapyCalls = createClient(TherapyService, transport);
export const historyCalls = createClient(HistoryService, transport);
