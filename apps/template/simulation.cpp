#include "simulated.hpp"

int main(int argc, char** argv) {
    return chatops::apps::sim_program(argc, argv, lantern::simulated());
}
