#pragma once

// Hides which Catch2 there is: Debian 12 has 2.13, later systems have 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
