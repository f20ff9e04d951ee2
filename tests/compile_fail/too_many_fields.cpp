// expected: A command has more than 64 arguments, options and flags. Make two commands of it.
#include "chatops/command/describe.hpp"

using namespace chatops;

struct restart {
    static constexpr command_info info{
        .name = "restart", .help = "Restart.", .effect = effect::change};
    flag<"flag-aa", "one of many"> f0;
    flag<"flag-ab", "one of many"> f1;
    flag<"flag-ac", "one of many"> f2;
    flag<"flag-ad", "one of many"> f3;
    flag<"flag-ae", "one of many"> f4;
    flag<"flag-af", "one of many"> f5;
    flag<"flag-ag", "one of many"> f6;
    flag<"flag-ah", "one of many"> f7;
    flag<"flag-ai", "one of many"> f8;
    flag<"flag-aj", "one of many"> f9;
    flag<"flag-ak", "one of many"> f10;
    flag<"flag-al", "one of many"> f11;
    flag<"flag-am", "one of many"> f12;
    flag<"flag-an", "one of many"> f13;
    flag<"flag-ao", "one of many"> f14;
    flag<"flag-ap", "one of many"> f15;
    flag<"flag-aq", "one of many"> f16;
    flag<"flag-ar", "one of many"> f17;
    flag<"flag-as", "one of many"> f18;
    flag<"flag-at", "one of many"> f19;
    flag<"flag-au", "one of many"> f20;
    flag<"flag-av", "one of many"> f21;
    flag<"flag-aw", "one of many"> f22;
    flag<"flag-ax", "one of many"> f23;
    flag<"flag-ay", "one of many"> f24;
    flag<"flag-az", "one of many"> f25;
    flag<"flag-ba", "one of many"> f26;
    flag<"flag-bb", "one of many"> f27;
    flag<"flag-bc", "one of many"> f28;
    flag<"flag-bd", "one of many"> f29;
    flag<"flag-be", "one of many"> f30;
    flag<"flag-bf", "one of many"> f31;
    flag<"flag-bg", "one of many"> f32;
    flag<"flag-bh", "one of many"> f33;
    flag<"flag-bi", "one of many"> f34;
    flag<"flag-bj", "one of many"> f35;
    flag<"flag-bk", "one of many"> f36;
    flag<"flag-bl", "one of many"> f37;
    flag<"flag-bm", "one of many"> f38;
    flag<"flag-bn", "one of many"> f39;
    flag<"flag-bo", "one of many"> f40;
    flag<"flag-bp", "one of many"> f41;
    flag<"flag-bq", "one of many"> f42;
    flag<"flag-br", "one of many"> f43;
    flag<"flag-bs", "one of many"> f44;
    flag<"flag-bt", "one of many"> f45;
    flag<"flag-bu", "one of many"> f46;
    flag<"flag-bv", "one of many"> f47;
    flag<"flag-bw", "one of many"> f48;
    flag<"flag-bx", "one of many"> f49;
    flag<"flag-by", "one of many"> f50;
    flag<"flag-bz", "one of many"> f51;
    flag<"flag-ca", "one of many"> f52;
    flag<"flag-cb", "one of many"> f53;
    flag<"flag-cc", "one of many"> f54;
    flag<"flag-cd", "one of many"> f55;
    flag<"flag-ce", "one of many"> f56;
    flag<"flag-cf", "one of many"> f57;
    flag<"flag-cg", "one of many"> f58;
    flag<"flag-ch", "one of many"> f59;
    flag<"flag-ci", "one of many"> f60;
    flag<"flag-cj", "one of many"> f61;
    flag<"flag-ck", "one of many"> f62;
    flag<"flag-cl", "one of many"> f63;
    flag<"flag-cm", "one of many"> f64;
};

const command_description& made = describe<restart>();
