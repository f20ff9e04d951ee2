// A page with one's own commands, in the browser: `web::page_program`.
#pragma once

#include "web/exported.hpp"
