import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate as apply } from 'drizzle-orm/libsql/migrator'
import { fileURLToPath } from 'node:url'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Bring a database to the newest shape; safe to run at every start. */
export async function migrate(url: string): Promise<void> {
  const client = createClient({ url })
  try {
    await apply(drizzle(client), { migrationsFolder })
  } finally {
    client.close()
  }
}
