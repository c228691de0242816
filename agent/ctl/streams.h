#pragma once

#include <istream>
#include <ostream>

#include "common/base/result.h"

namespace twinhelm::ctl
{

/// Where a command reads and writes; tests give string streams.
struct Streams {
    std::istream &in;
    std::ostream &out;
    std::ostream &err;

    /// Says what is wrong and how to mend it; returns `code`.
    int complain(const Error &error, int code) const
    {
        err << "twinhelmctl: " << error.what << " [" << error.code << "]\n";
        if (!error.mend.empty())
            err << "  " << error.mend << '\n';
        return code;
    }
};

} // namespace twinhelm::ctl
