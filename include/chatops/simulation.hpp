// A simulation of one's own commands in the terminal: `apps::sim_program`.
#pragma once

#include "apps/sim/program.hpp"
