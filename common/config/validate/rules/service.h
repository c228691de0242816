#pragma once

#include <string>

#include "common/config/model/virtual_server.h"

namespace twinhelm::config::rules
{

/// How messages call a virtual server: 10.0.0.3 80, fwmark 1, group web.
[[nodiscard]] inline std::string nameOf(const model::VirtualServer &service)
{
    switch (service.kind) {
    case model::VirtualServer::Kind::Fwmark: return "The service with mark " + std::to_string(*service.fwmark);
    case model::VirtualServer::Kind::Group: return "The service of group " + *service.group;
    case model::VirtualServer::Kind::Address: break;
    }
    return "The service " + service.address->toString() +
           (*service.port == 0 ? "" : ' ' + std::to_string(*service.port));
}

/// A real server's own, else the virtual server's.
[[nodiscard]] inline int weightOf(const model::VirtualServer &service, const model::RealServer &server)
{
    return server.weight.given ? *server.weight : *service.weight;
}

[[nodiscard]] inline const model::Forwarding &forwardingOf(const model::VirtualServer &service,
                                                           const model::RealServer &server)
{
    return server.options->forwarding.given ? *server.options->forwarding : *service.forwarding;
}

} // namespace twinhelm::config::rules
