/** A decoded message as its proto3 JSON, for comparison with what the hub sends: times as RFC 3339. */
export function protoJson(message: any): any {
  if (Array.isArray(message)) return message.map(protoJson);
  if (message === null || typeof message !== 'object') return message;
  if (isTimestamp(message)) return time(message);
  return Object.fromEntries(Object.entries(message).map(([name, value]) => [name, protoJson(value)]));
}

const isTimestamp = (message: object) => 'seconds' in message && Object.keys(message).every((name) => name === 'seconds' || name === 'nanos');

function time({ seconds, nanos = 0 }: { seconds: string; nanos?: number }): string {
  const digits = String(nanos).padStart(9, '0');
  const fraction = nanos === 0 ? '' : nanos % 1_000_000 === 0 ? `.${digits.slice(0, 3)}` : nanos % 1000 === 0 ? `.${digits.slice(0, 6)}` : `.${digits}`;
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}${fraction}Z`;
}
