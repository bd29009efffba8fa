// Installs the packages of the lock file, unless they are installed: npm writes node_modules/.package-lock.json last,
// so when that is newer than the lock there is nothing to do.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const written = (path) => statSync(new URL(path, here), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (written('node_modules/.package-lock.json') < written('package-lock.json')) {
  const { status, error } = spawnSync('npm', ['ci', '--prefer-offline'], { cwd: here, stdio: 'inherit' });
  if (error) console.error(`npm cannot be run (${error.message}); Parley's pages need Node 20 with npm.`);
  process.exit(status ?? 1);
}
