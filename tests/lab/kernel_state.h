#pragma once

#include <set>
#include <string>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

/// What a host's kernel holds, a line for each address, route, rule and virtual link, without what differs from run to
/// run (indices, remaining lifetimes, counters): two engines' work can be compared.
using KernelState = std::set<std::string>;

/// From `ip -j`. Addresses and routes that the kernel makes by itself are in it, too.
[[nodiscard]] KernelState kernelState(Node &node);

/// Lines that only one of them has, with "-" for `before` and "+" for `after`, one under the other.
[[nodiscard]] std::string difference(const KernelState &before, const KernelState &after);

/// Waits until no address is tentative any more (IPv6 duplicate address detection), which would be a difference.
void settleAddresses(Node &node);

/// Ethernet pairs in the host, both ends up: interfaces for tests that talk to nobody.
void addInterface(Node &node, const std::string &name, const std::string &address = {});

} // namespace twinhelm::lab
