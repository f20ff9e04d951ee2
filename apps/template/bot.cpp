#include "lantern.hpp"

#include <chatops/native/bot_program.hpp>

int main(int argc, char** argv) {
    return chatops::native::bot_program(argc, argv, lantern::entries());
}
