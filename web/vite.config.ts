// Builds the page into dist/: files that any web server can serve, from any folder. The module
// (module.mjs, module.wasm) lies beside them and is loaded by name: the same page shows another's.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const moduleFolder = resolve(root, process.env.CHATOPS_MODULE ?? '../build/browser/bin');
const moduleFiles = new Map([
  ['module.mjs', 'text/javascript'],
  ['module.wasm', 'application/wasm'],
]);

if (!existsSync(resolve(moduleFolder, 'module.mjs'))) {
  throw new Error(
    `There is no module.mjs in ${moduleFolder}. Build it first: ` +
      'cmake --preset browser && cmake --build --preset browser --target module',
  );
}

const besideThePage: Plugin = {
  name: 'chatops-module',
  generateBundle() {
    for (const fileName of moduleFiles.keys()) {
      const source = readFileSync(resolve(moduleFolder, fileName));
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const name = (request.url ?? '').replace(/^\//, '').replace(/\?.*$/, '');
      const type = moduleFiles.get(name);
      if (type === undefined) return next();
      response.setHeader('Content-Type', type);
      response.end(readFileSync(resolve(moduleFolder, name)));
    });
  },
};

export default defineConfig({
  base: './',
  plugins: [besideThePage],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
