#pragma once

#include "common/base/ip_address.h"
#include "common/base/time.h"

namespace twinhelm::test
{

/// A point of made-up time, so long after its beginning.
constexpr TimePoint at(Duration since)
{
    return TimePoint(since);
}

/// Of a literal that is an address; throws otherwise.
inline IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

} // namespace twinhelm::test
