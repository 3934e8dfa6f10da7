import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { slowHash } from './slow-hash.ts'

/** Who a confidential complainant is, before it is sealed and after it is opened. */
export type IdentityInBox = { name: string; phone: string; email: string }

const IV_BYTES = 12
const TAG_BYTES = 16
const SALT_BYTES = 16

const encrypt = (key: Buffer, aad: string, text: Buffer): string => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(aad))
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

const decrypt = (key: Buffer, aad: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  return Buffer.concat([
    decipher.update(bytes.subarray(IV_BYTES, bytes.length - TAG_BYTES)),
    decipher.final(),
  ])
}

const boxKey = (shared: Buffer) =>
  Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), 'sealed identity', 32))

/** A custodian's new key pair; the private half is wrapped by the passphrase at once. */
export async function makeCustodianKey(
  passphrase: string,
): Promise<{ publicKey: string; wrappedKey: string }> {
  const pair = generateKeyPairSync('x25519')
  const salt = randomBytes(SALT_BYTES)
  const key = await slowHash(passphrase.normalize('NFKC'), salt)
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    wrappedKey: `${salt.toString('base64url')}.${encrypt(key, 'custodian', secret)}`,
  }
}

/** Seal an identity for the custodian; `owner` is the public id of the complaint it belongs to. */
export function sealIdentity(publicKey: string, owner: string, identity: IdentityInBox): string {
  const theirs = createPublicKey({
    key: Buffer.from(publicKey, 'base64url'),
    type: 'spki',
    format: 'der',
  })
  const ours = generateKeyPairSync('x25519')
  const key = boxKey(diffieHellman({ privateKey: ours.privateKey, publicKey: theirs }))
  const carried = ours.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url')
  return `x1.${carried}.${encrypt(key, owner, Buffer.from(JSON.stringify(identity)))}`
}

/** Open a sealed identity with the custodian's passphrase, or null when the passphrase is wrong. */
export async function openIdentity(
  wrappedKey: string,
  passphrase: string,
  owner: string,
  box: string,
): Promise<IdentityInBox | null> {
  const [salt, wrapped] = wrappedKey.split('.')
  const key = await slowHash(passphrase.normalize('NFKC'), Buffer.from(salt!, 'base64url'))
  let secret: Buffer
  try {
    secret = decrypt(key, 'custodian', wrapped!)
  } catch {
    return null
  }
  const [, carried, sealed] = box.split('.')
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: secret, type: 'pkcs8', format: 'der' }),
    publicKey: createPublicKey({
      key: Buffer.from(carried!, 'base64url'),
      type: 'spki',
      format: 'der',
    }),
  })
  return JSON.parse(decrypt(boxKey(shared), owner, sealed!).toString('utf8')) as IdentityInBox
}
