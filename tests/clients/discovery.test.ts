import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, httpAddress, unary } from './client/server.ts';

test('Health answers over gRPC and HTTP', async () => {
  const health = connect('grpc.health.v1.Health');
  const answer = await unary(health, 'Check', {});
  health.close();
  assert.equal(answer.status, 'SERVING');
  assert.equal((await fetch(`${httpAddress()}/health`)).status, 200);
});

test('Reflection lists the services and has their files', async () => {
  const client = connect('grpc.reflection.v1alpha.ServerReflection') as any;
  const ask = (question: object) => new Promise<any>((resolve, reject) => {
    const call = client.ServerReflectionInfo();
    call.on('data', resolve).on('error', reject);
    call.end(question);
  });
  const { listServicesResponse } = await ask({ listServices: '*' });
  const { fileDescriptorResponse } = await ask({ fileContainingSymbol: 'careteam.v1.LiveService' });
  client.close();
  const names = listServicesResponse.service.map((s: any) => s.name);
  for (const area of ['Plan', 'Team', 'Task', 'Note', 'History', 'Live', 'Interop']) assert.ok(names.includes(`careteam.v1.${area}Service`), names.join());
  assert.ok(fileDescriptorResponse.fileDescriptorProto.length > 0);
});
