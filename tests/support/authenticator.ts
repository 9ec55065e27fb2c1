import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A security key made of software: makes passkeys and signs with them, as WebAuthn says, in the browser's own JSON. */
export interface Authenticator {
  /** The answer to options for a new passkey. */
  make(options: { readonly challenge: string; readonly rp: { readonly id?: string } }): string;
  /** The answer to options that ask for a passkey. */
  prove(options: { readonly challenge: string; readonly rpId?: string }): string;
}

export interface AuthenticatorOptions {
  /** Where the browser is. */
  readonly origin: string;
  /** Whether it counts its uses, as keys of hardware do. */
  readonly counts?: boolean;
  /** Whether it has looked who uses it. */
  readonly verifies?: boolean;
}

export function authenticator({
  origin,
  counts = true,
  verifies = true,
}: AuthenticatorOptions): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let used = 0;
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const flags = (more: number) => 0x01 | (verifies ? 0x04 : 0) | more;
  const dataFor = (rpId: string, more: number) => {
    used += counts ? 1 : 0;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(used);
    return Buffer.concat([sha256(rpId), Buffer.from([flags(more)]), count]);
  };
  const answer = (response: Readonly<Record<string, unknown>>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    make({ challenge, rp }) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      // COSE: an elliptic curve key (2), ES256 (-7), P-256 (1).
      const key = map([
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), bytes(Buffer.from(x, 'base64url'))],
        [number(-3), bytes(Buffer.from(y, 'base64url'))],
      ]);
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(Buffer.concat([dataFor(rp.id ?? '', 0x40), credential]))],
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal', 'hybrid'],
      });
    },
    prove({ challenge, rpId = '' }) {
      const client = clientData('webauthn.get', challenge);
      const data = dataFor(rpId, 0);
      const signature = createSign('sha256')
        .update(data)
        .update(createHash('sha256').update(client).digest());
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.sign(privateKey).toString('base64url'),
      });
    },
  };
}

function sha256(words: string): Buffer {
  return createHash('sha256').update(words).digest();
}

/** CBOR: what stands before a value, its kind and its number. */
function head(kind: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(kind << 5) | value]);
  if (value < 256) return Buffer.from([(kind << 5) | 24, value]);
  return Buffer.from([(kind << 5) | 25, value >> 8, value & 0xff]);
}

function number(value: number): Buffer {
  return value < 0 ? head(1, -1 - value) : head(0, value);
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([head(2, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([head(3, value.length), Buffer.from(value)]);
}

function map(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat()]);
}
