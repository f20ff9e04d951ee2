# install(), and what find_package(chatops) reads.
