import { Code, ConnectError } from '@connectrpc/connect';
import { PlanConflictSchema, type PlanConflict } from '../gen/careteam/v1/plan_event_pb';
import { RuleRefusalSchema, type RefusedRule } from '../gen/careteam/v1/rule_pb';

/** Answers that the same request will get again, however often it is sent. */
const final: readonly Code[] = [
  Code.InvalidArgument, Code.FailedPrecondition, Code.PermissionDenied, Code.NotFound, Code.OutOfRange, Code.Unimplemented, Code.AlreadyExists,
];

/** No server was reached, or none that knows who asks: another request would fare no better. */
const unheard: readonly Code[] = [Code.Unavailable, Code.DeadlineExceeded, Code.Unknown, Code.Canceled, Code.Unauthenticated];

export const isUnheard = (error: unknown) => unheard.includes(ConnectError.from(error).code);
export const isFinal = (error: unknown) => final.includes(ConnectError.from(error).code);

/** What came between, when that is why a command was not carried out. */
export function conflictOf(error: unknown): PlanConflict | undefined {
  const failure = ConnectError.from(error);
  return failure.code === Code.Aborted ? failure.findDetails(PlanConflictSchema)[0] : undefined;
}

/** The rules of the table that refused, when rules did. */
export function refusedRulesOf(error: unknown): RefusedRule[] {
  const failure = ConnectError.from(error);
  return failure.code === Code.FailedPrecondition ? (failure.findDetails(RuleRefusalSchema)[0]?.rules ?? []) : [];
}

/** For people: the server's own words where it has any to say. */
export function failureWords(error: unknown): string {
  const { code, rawMessage } = ConnectError.from(error);
  switch (code) {
    case Code.Unauthenticated:
      return 'Your sign-in has expired.';
    case Code.Unavailable:
    case Code.DeadlineExceeded:
    case Code.Unknown:
    case Code.Canceled:
      return 'The server cannot be reached.';
    default:
      return rawMessage;
  }
}
