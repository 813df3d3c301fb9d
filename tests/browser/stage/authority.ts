import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider from 'oidc-provider';

export interface Account {
  name: string;
  role: string;
}

/** Where an organization signs in: a certified OpenID provider on this machine, which asks for PKCE and gives tokens that are good for some seconds only. */
export class Authority {
  /** How often it gave tokens, by the grant that was shown for them. */
  readonly given: Record<string, number> = {};
  /** So many more requests for tokens find it in passing trouble. */
  troubles = 0;

  private constructor(readonly address: string, private readonly listener: HttpServer) {}

  static async start(port: number, client: string, organization: string, accounts: Record<string, Account>, tokenSeconds: number): Promise<Authority> {
    const address = `http://localhost:${port}`;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const resource = 'urn:careteam';
    const provider = new Provider(address, {
      clients: [{
        client_id: 'careteam-dashboard',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${client}/`],
        post_logout_redirect_uris: [`${client}/`],
        id_token_signed_response_alg: 'ES256',
      }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'one' } as never] },
      cookies: { keys: ['of this run only'] },
      clientBasedCORS: (_, origin) => origin === client,
      issueRefreshToken: async () => true,
      findAccount: (_, id) => (id in accounts ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined),
      extraTokenClaims: (_, token) => ('accountId' in token ? { org: organization, ...accounts[token.accountId as string] } : {}),
      ttl: { Session: 600, Grant: 600, IdToken: 600, RefreshToken: 600, Interaction: 600 },
      interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
      // Its own client: nobody is asked whether they agree.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: true, logoutSource: (context, form) => void (context.body = page('Sign out?', `${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`)) },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => resource,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: '', audience: 'careteam', accessTokenFormat: 'jwt', accessTokenTTL: tokenSeconds, jwt: { sign: { alg: 'ES256' } } }),
        },
      },
    });
    const oidc = provider.callback();
    const listener = createServer((request, response) => {
      if (request.url!.startsWith('/sign-in/')) return void signIn(provider, request, response);
      if (request.method !== 'POST' || request.url !== '/token' || authority.troubles === 0) return void oidc(request, response);
      authority.troubles--;
      response.writeHead(503, { 'content-type': 'application/json', 'access-control-allow-origin': client }).end('{"error":"temporarily_unavailable"}');
    });
    const authority = new Authority(address, listener);
    await once(listener.listen(port, 'localhost'), 'listening');
    provider.on('grant.success', ({ oidc }) => {
      const grant = String(oidc.params?.grant_type);
      authority.given[grant] = (authority.given[grant] ?? 0) + 1;
    });
    return authority;
  }

  async stop(): Promise<void> {
    this.listener.closeAllConnections();
    this.listener.close();
    await once(this.listener, 'close');
  }
}

async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const accountId = new URLSearchParams(await text(request)).get('person')!;
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  response.setHeader('content-type', 'text/html').end(page('St. Example', '<form method="post"><label>Person <input name="person"></label><button>Sign in</button></form>'));
}

const page = (heading: string, body: string) => `<!doctype html><html lang="en"><title>${heading}</title><link rel="icon" href="data:,"><h1>${heading}</h1>${body}</html>`;
