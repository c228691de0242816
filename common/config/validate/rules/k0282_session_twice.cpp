#include <map>

#include "common/config/validate/rules/rules.h"

// BFD tells sessions apart by their addresses (RFC 5881 section 3); keepalived ignores the second instance.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<IpAddress, const model::BfdInstance *> seen;
    for (const auto &session : config.bfds) {
        if (session.source.given && session.neighbour.given &&
            session.source->family() != session.neighbour->family()) {
            report(diagnostics, k0282SessionTwice, Severity::Error, session.source.range,
                   "Source and neighbour must both be IPv4 or both IPv6; keepalived disables the session.");
        }
        if (!session.neighbour.given)
            continue;
        const auto [first, fresh] = seen.try_emplace(*session.neighbour, &session);
        if (fresh || (first->second->source.given && session.source.given && *first->second->source != *session.source))
            continue;
        auto &one = report(diagnostics, k0282SessionTwice, Severity::Error, session.neighbour.range,
                           "There is a session with " + session.neighbour->toString() +
                               " already; keepalived ignores this one.");
        one.notes.push_back({first->second->neighbour.range, "It is here."});
    }
}

} // namespace

const Rule k0282SessionTwice{{"K0282", "BFD session that cannot be",
                              "The session is ignored, and what tracks it never sees a failure.",
                              "Give each neighbour one bfd_instance, with a source of the same family.",
                              "bfd_instance R1 {\n"
                              "    neighbor_ip 10.0.0.9\n"
                              "}\n"
                              "bfd_instance R2 {\n"
                              "    neighbor_ip 10.0.0.9\n"
                              "#               ^^^^^^^^\n"
                              "}\n",
                              "bfd_instance R1 {\n"
                              "    neighbor_ip 10.0.0.9\n"
                              "}\n"
                              "bfd_instance R2 {\n"
                              "    neighbor_ip 10.0.0.8\n"
                              "}\n",
                              Place::File},
                             check};

} // namespace twinhelm::config::rules
