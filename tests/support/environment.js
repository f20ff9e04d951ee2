// A test as WebAssembly has what its process is told of GoogleTest: there it reads which half it
// plays. No more of the environment: with a TERM it would write colours into any file.
Module["preRun"] = () => {
    for (const [name, value] of Object.entries(process.env))
        if (name.startsWith("GTEST_")) ENV[name] = value;
};
