#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace twinhelm::ctl
{

struct HttpAnswer {
    int status = 0;
    std::string body;
};

/// Asks the agent behind a Unix socket, one connection for each question. Blocking.
/// Errors: A0490 nobody listens there, A0491 the answer is broken off or makes no sense.
class ApiClient
{
public:
    explicit ApiClient(std::string socketPath) : path_(std::move(socketPath)) {}

    [[nodiscard]] Result<HttpAnswer> ask(std::string_view method, const std::string &target,
                                         std::chrono::seconds patience = std::chrono::seconds(10),
                                         const std::string &body = {}) const;
    /// Reads a stream until it ends or `onBytes` returns false. A status other than 200 is an answer as ask() gives it.
    [[nodiscard]] Result<HttpAnswer> stream(const std::string &target,
                                            const std::function<bool(std::string_view)> &onBytes) const;

private:
    std::string path_;
};

} // namespace twinhelm::ctl
