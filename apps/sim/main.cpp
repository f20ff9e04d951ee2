#include "apps/sim/program.hpp"
#include "chatops/operations/catalogue.hpp"

int main(int argc, char** argv) {
    return chatops::apps::sim_program(argc, argv, {chatops::operations::all_entries()});
}
