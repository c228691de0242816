#pragma once

#include <string>
#include <vector>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

/// One virtual router as FRR's vrrpd is told it.
struct FrrRouter {
    int virtualRouterId = 50;
    int family = 4;
    int version = 3;
    int priority = 100;
    Millis advert{1000};
    bool preempt = true;
    std::vector<std::string> addresses; ///< without prefix length
    int prefixLength = 24;
    std::string linkLocal = {}; ///< IPv6: what it sends from; empty: what the kernel makes of the virtual MAC
};

/// FRR's vrrpd in a host: zebra, vrrpd and for each virtual router the macvlan device with the virtual MAC that it
/// needs. The addresses stand on the device all the time; FRR takes its carrier away while it is backup.
/// Errors: std::runtime_error when a device cannot be made or zebra does not start.
class Frr
{
public:
    Frr(Node &node, const std::vector<FrrRouter> &routers, const std::string &interface = "eth0");

    /// vrrpd's orderly end says priority 0.
    void stop();
    void killTree();
    [[nodiscard]] std::string log() const { return vrrpd_.output(); }

    static std::string device(const FrrRouter &router);
    /// Why FRR cannot run on this host, in one line; empty: it can.
    static std::string whyNot(Node &node, const std::string &interface = "eth0");

private:
    Process zebra_;
    Process vrrpd_;
};

} // namespace twinhelm::lab
