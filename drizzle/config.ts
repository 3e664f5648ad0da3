import { defineConfig } from 'drizzle-kit';
import { ENGINE } from '../src/lib/server/database/engine';

// For generate.js, which runs it once for each engine. It reads the schema only, never a database.
export default defineConfig({
	dialect: ENGINE === 'postgres' ? 'postgresql' : 'sqlite',
	schema: 'src/lib/server/database/schema.ts',
	out: process.env.MIGRATIONS_OUT
});
