import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import Provider from 'oidc-provider';

export interface Account {
  name: string;
  role: string;
}

/** Where an organization signs in: a certified OpenID provider on this machine, which asks for PKCE and gives tokens that are good for some seconds only. */
export class Authority {
  /** How often it gave tokens, by the grant that was shown for them. */
  readonly given: Record<string, number> = {};

  private constructor(readonly address: string, private readonly listener: HttpServer) {}

  static async start(port: number, page: string, organization: string, accounts: Record<string, Account>, tokenSeconds: number): Promise<Authority> {
    const address = `http://localhost:${port}`;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const resource = 'urn:careteam';
    const provider = new Provider(address, {
      clients: [{
        client_id: 'careteam-dashboard',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [`${page}/`],
        post_logout_redirect_uris: [`${page}/`],
        id_token_signed_response_alg: 'ES256',
      }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'one' } as never] },
      cookies: { keys: ['of this run only'] },
      clientBasedCORS: (_, origin) => origin === page,
      issueRefreshToken: async () => true,
      findAccount: (_, id) => (id in accounts ? { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) } : undefined),
      extraTokenClaims: (_, token) => ('accountId' in token ? { org: organization, ...accounts[token.accountId as string] } : {}),
      ttl: { Session: 600, Grant: 600, IdToken: 600, RefreshToken: 600, Interaction: 600 },
      features: {
        resourceIndicators: {
          enabled: true,
          defaultResource: () => resource,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: '', audience: 'careteam', accessTokenFormat: 'jwt', accessTokenTTL: tokenSeconds, jwt: { sign: { alg: 'ES256' } } }),
        },
      },
    });
    const listener = provider.listen(port, 'localhost') as HttpServer;
    await once(listener, 'listening');
    const authority = new Authority(address, listener);
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
