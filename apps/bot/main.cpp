#include "chatops/native/bot_program.hpp"
#include "chatops/operations/catalogue.hpp"

int main(int argc, char** argv) {
    return chatops::native::bot_program(argc, argv, chatops::operations::all_entries());
}
