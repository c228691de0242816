#pragma once

#include <cstdio>
#include <cstdlib>

namespace twinhelm::fuzz
{

/// Stops the program, so that a fuzzer keeps the input.
inline void promise(bool kept, const char *what)
{
    if (kept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace twinhelm::fuzz
