// The bodies of Boost.JSON and Boost.URL, for one file of a program that is not built with our
// CMake files.
#pragma once

#include <boost/json/src.hpp>
#include <boost/url/src.hpp>
