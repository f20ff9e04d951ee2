// A test as WebAssembly has its process's environment: there GoogleTest reads which half it plays.
Module["preRun"] = () => Object.assign(ENV, process.env);
