// A page as a program: the module of WebAssembly that the page calls.
#pragma once

#include "mocks/worlds/simulated.hpp"

namespace chatops::web {

/// What the `main` of a page's module returns: its functions are about `what` from then on. Only
/// once.
int page_program(mocks::worlds::simulated what);

} // namespace chatops::web
