import { status as codes, type ServiceError } from '@grpc/grpc-js';
import { decode } from './protos.ts';

/** A refused call: the status by name, and the details of google.rpc.Status by their type. */
export class Failure extends Error {
  constructor(readonly status: string, message: string, private readonly details: Map<string, any>) {
    super(`${status}: ${message}`);
  }

  detail(type: string): any {
    return this.details.get(type);
  }

  /** From a gRPC call: the details are a serialized google.rpc.Status in a binary trailer. */
  static ofCall(error: ServiceError): Failure {
    const [trailer] = error.metadata?.get('grpc-status-details-bin') ?? [];
    const packed: { type_url: string; value: Buffer }[] = Buffer.isBuffer(trailer) ? (decode('google.rpc.Status', trailer).details ?? []) : [];
    const details = packed.map(({ type_url, value }) => {
      const type = type_url.slice(type_url.lastIndexOf('/') + 1);
      return [type, decode(type, value ?? Buffer.alloc(0))] as const;
    });
    return new Failure(codes[error.code] ?? String(error.code), error.details, new Map(details));
  }

  /** From a hub stream: the message ends with the proto3 JSON of the google.rpc.Status. */
  static ofHub(error: Error): Failure {
    const json = error.message.slice(error.message.indexOf('{'));
    const { code, message, details = [] } = JSON.parse(json);
    return new Failure(codes[code]!, message, new Map(details.map((d: any) => [d['@type'].slice(d['@type'].lastIndexOf('/') + 1), d])));
  }
}
