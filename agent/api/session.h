#pragma once

#include <memory>

#include <boost/asio/awaitable.hpp>

#include "agent/api/service.h"
#include "agent/api/stream.h"

namespace twinhelm::api
{

/// Speaks HTTP/1.1 with one client until it leaves, misbehaves or is too slow. Never throws for what a client does.
[[nodiscard]] boost::asio::awaitable<void> serve(Service &service, std::unique_ptr<Stream> stream, Client client);

} // namespace twinhelm::api
