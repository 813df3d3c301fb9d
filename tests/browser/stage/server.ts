import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.ts';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const built = (project: string, file: string) => join(repository, 'src', project, 'bin/Release/net10.0', file);

/** The built server with its own PostgreSQL, on ports and in a folder of its own, which can be killed and started again. */
export class Server {
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(
    private readonly folder: string, private readonly httpPort: number, private readonly grpcPort: number, private readonly settings: Record<string, string>,
  ) {}

  /** In Development, unless the settings say otherwise. */
  static async start(settings: Record<string, string> = {}): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), 'careteam-browser-'));
    // PostgreSQL runs as another user when the test runs as root, and must get to its folder.
    chmodSync(folder, 0o755);
    const server = new Server(folder, await freePort(), await freePort(), settings);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void server.stop().finally(() => process.exit(1)));
    try {
      await server.startAgain();
    } catch (error) {
      await server.stop();
      // Another program has meanwhile taken one of the ports.
      if (server.output.includes('address already in use')) return Server.start(settings);
      throw error;
    }
    return server;
  }

  get address(): string {
    return `http://localhost:${this.httpPort}`;
  }

  get grpcAddress(): string {
    return `http://localhost:${this.grpcPort}`;
  }

  async startAgain(): Promise<void> {
    this.process = spawn('dotnet', [built('CareTeam.Server', 'CareTeam.Server.dll')], {
      // Where it finds the page.
      cwd: join(repository, 'src/CareTeam.Server'),
      env: {
        ...process.env,
        ASPNETCORE_ENVIRONMENT: 'Development',
        DATA_DIR: join(this.folder, 'data'),
        HTTP_PORT: `${this.httpPort}`,
        GRPC_PORT: `${this.grpcPort}`,
        Logging__LogLevel__Default: 'Warning',
        // A killed runtime would leave its diagnostics pipe behind.
        DOTNET_EnableDiagnostics: '0',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout!, this.process.stderr!]) stream.on('data', (text) => (this.output += text));
    await until('the server to be healthy', async () => {
      if (!this.isRunning) throw new Error(`The server ended by itself:\n${this.output}`);
      return (await fetch(`${this.address}/health`).catch(() => undefined))?.ok === true;
    }, 120_000);
  }

  /** kill -9: its PostgreSQL stays, and the next start takes it over. */
  async kill(): Promise<void> {
    this.process!.kill('SIGKILL');
    await this.ended();
  }

  /** A command of `careteam`, signed with this Development server's key; the answer is what it prints. */
  cli(...args: string[]): Promise<string> {
    return this.careteam([...args, '--data-dir', join(this.folder, 'data')]);
  }

  /** The same with a token in hand. */
  cliOf(token: string, ...args: string[]): Promise<string> {
    return this.careteam([...args, '--token', token]);
  }

  private async careteam(args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(built('CareTeam.Cli', 'careteam'), args, {
      env: { ...process.env, CARETEAM_SERVER: this.grpcAddress },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.trim();
  }

  /** Its PostgreSQL goes with it, and the folder with both. */
  async stop(): Promise<void> {
    if (this.isRunning) this.process!.kill('SIGTERM');
    await this.ended();
    this.stopOrphan();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }

  /** The PostgreSQL of a server that was killed and not started again. */
  private stopOrphan(): void {
    const file = join(this.folder, 'data/postgres/data/postmaster.pid');
    if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  }

  private get isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  private async ended(): Promise<void> {
    if (this.isRunning) await once(this.process!, 'exit');
  }
}

/** Whoever was given a port may not listen on it yet. */
const given = new Set<number>();

/** Below the ports that the system gives away by itself, so that it is still free when the server is killed and started again. */
export async function freePort(): Promise<number> {
  while (true) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (given.has(port)) continue;
    given.add(port);
    const listener = createServer().listen(port, '127.0.0.1');
    const free = await Promise.race([once(listener, 'listening').then(() => true), once(listener, 'error').then(() => false)]).catch(() => false);
    if (!free) continue;
    listener.close();
    await once(listener, 'close');
    return port;
  }
}
