import { credentials, Metadata, type Client, type ServiceError } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { Failure } from './failure.ts';
import { serviceNamed } from './protos.ts';

// Read when they are needed: the browser tests choose their ports first.
export const httpAddress = () => (process.env.HTTP_ADDRESS ?? 'http://127.0.0.1:5080').replace(/\/$/, '');
const grpcAddress = () => (process.env.GRPC_ADDRESS ?? 'http://127.0.0.1:5081').replace(/^https?:\/\//, '').replace(/\/$/, '');

export interface Who {
  organization: string;
  personId: string;
  name: string;
  role: string;
}

/** One person's way into the server: a token, and the calls made with it. */
export class Session {
  private readonly clients = new Map<string, Client>();

  private constructor(readonly who: Who, readonly token: string) {}

  static async signIn(who: Who): Promise<Session> {
    const answer = await fetch(`${httpAddress()}/development/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(who),
    });
    if (!answer.ok) throw new Error(`/development/token answered ${answer.status}: ${await answer.text()}`);
    return new Session(who, ((await answer.json()) as { token: string }).token);
  }

  /** PlanService.GetPlan, say. Throws a Failure. */
  call(method: string, request: object = {}): Promise<any> {
    const [service, rpc] = method.split('.') as [string, string];
    return unary(this.client(`careteam.v1.${service}`), rpc, request, this.metadata());
  }

  /** A command with a new requestId, unless the request brings its own. */
  command(method: string, request: object): Promise<any> {
    return this.call(method, { requestId: randomUUID(), ...request });
  }

  stream(method: string, request: object): NodeJS.ReadableStream & { cancel(): void } {
    const [service, rpc] = method.split('.') as [string, string];
    return (this.client(`careteam.v1.${service}`) as any)[rpc](request, this.metadata());
  }

  close(): void {
    for (const client of this.clients.values()) client.close();
  }

  private metadata(): Metadata {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${this.token}`);
    return metadata;
  }

  private client(service: string): Client {
    let client = this.clients.get(service);
    if (client === undefined) this.clients.set(service, (client = connect(service)));
    return client;
  }
}

export function connect(service: string): Client {
  return new (serviceNamed(service))(grpcAddress(), credentials.createInsecure());
}

export function unary(client: Client, rpc: string, request: object, metadata = new Metadata()): Promise<any> {
  const deadline = new Date(Date.now() + 30_000);
  return new Promise((resolve, reject) => {
    (client as any)[rpc](request, metadata, { deadline }, (error: ServiceError | null, answer: unknown) => (error === null ? resolve(answer) : reject(error)));
  }).catch((error: ServiceError) => Promise.reject(Failure.ofCall(error)));
}
