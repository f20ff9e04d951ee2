// A page as a program: the module of WebAssembly that the page calls.
#pragma once

#include "apps/catalogue/simulated.hpp"

namespace chatops::web {

/// What the `main` of a page's module returns: its functions are about `what` from then on. Only
/// once.
int page_program(apps::simulated what);

} // namespace chatops::web
