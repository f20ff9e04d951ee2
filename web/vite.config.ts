// Builds the page into dist/: files that any web server can serve, from any folder.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const moduleFolder = resolve(root, process.env.CHATOPS_MODULE ?? '../build/browser/bin');

if (!existsSync(resolve(moduleFolder, 'module.mjs'))) {
  throw new Error(
    `There is no module.mjs in ${moduleFolder}. Build it first: ` +
      'cmake --preset browser && cmake --build --preset browser --target module',
  );
}

export default defineConfig({
  base: './',
  resolve: {
    alias: [
      { find: /^chatops-module\/wasm/, replacement: resolve(moduleFolder, 'module.wasm') },
      { find: /^chatops-module$/, replacement: resolve(moduleFolder, 'module.mjs') },
    ],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', fs: { allow: [root, moduleFolder] } },
  preview: { host: '127.0.0.1' },
});
