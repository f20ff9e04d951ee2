#include "chatops/operations/catalogue.hpp"
#include "web/exported.hpp"

int main() { return chatops::web::page_program({chatops::operations::all_entries()}); }
