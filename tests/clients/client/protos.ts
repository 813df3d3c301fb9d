import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadPackageDefinition, type GrpcObject, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync, type EnumTypeDefinition, type MessageTypeDefinition } from '@grpc/proto-loader';

const contract = fileURLToPath(new URL('../../../protos', import.meta.url));
const published = fileURLToPath(new URL('../protos', import.meta.url));

/** The protos as they are in the repository, read at run time: nothing is generated, nothing can be stale. */
const definition = loadSync(
  readdirSync(`${contract}/careteam/v1`).filter((file) => file.endsWith('.proto')).map((file) => `careteam/v1/${file}`)
    .concat('google_rpc.proto', 'grpc_health.proto', 'grpc_reflection.proto'),
  { includeDirs: [contract, published], longs: String, enums: String, bytes: Buffer, arrays: false, objects: false, defaults: false, oneofs: false },
);
const loaded = loadPackageDefinition(definition);

export function serviceNamed(name: string): ServiceClientConstructor {
  const found = name.split('.').reduce<GrpcObject[string] | undefined>((at, part) => (at as GrpcObject | undefined)?.[part], loaded);
  if (typeof found !== 'function') throw new Error(`The protos have no service ${name}.`);
  return found as ServiceClientConstructor;
}

/** The number of an enum's value: ROLE_PHYSIATRIST of careteam.v1.Role. */
export function enumNumber(type: string, name: string): number {
  const { value } = (definition[type] as EnumTypeDefinition).type as { value: { name: string; number: number }[] };
  const found = value.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The protos have no ${name} in ${type}.`);
  return found.number;
}

/** Undefined for a message that these protos do not have. */
export function decode(message: string, bytes: Uint8Array): any {
  const type = definition[message] as MessageTypeDefinition<object, object> | undefined;
  return type?.deserialize(Buffer.from(bytes));
}
