#include "simulated.hpp"

#include <chatops/page.hpp>

int main() { return chatops::web::page_program(lantern::simulated()); }
