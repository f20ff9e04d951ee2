// What Emscripten writes beside module.wasm: a function that loads it.
declare module 'chatops-module' {
  export interface EmscriptenModule {
    ccall(name: string, returns: 'string', argumentTypes: string[], given: unknown[]): string;
  }
  export default function load(options: {
    locateFile(file: string): string;
    onAbort?(reason: unknown): void;
  }): Promise<EmscriptenModule>;
}

declare module 'chatops-module/wasm?url' {
  const address: string;
  export default address;
}
