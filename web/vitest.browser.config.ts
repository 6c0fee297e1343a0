// The tests that drive a browser over reports; `tests/browser/run.sh` sees to what they need.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false },
})
