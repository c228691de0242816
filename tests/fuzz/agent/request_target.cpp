#include "agent/api/router.h"
#include "agent/process/listen_address.h"
#include "tests/fuzz/agent/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

void requestTarget(std::string_view input)
{
    const auto takeLine = [&] {
        const auto line = input.substr(0, input.find('\n'));
        input.remove_prefix(std::min(input.size(), line.size() + 1));
        return std::string(line);
    };
    api::Request request;
    request.method = takeLine();
    request.target = takeLine();
    request.lastEventId = takeLine();
    for (const auto role : {api::Role::None, api::Role::Viewer, api::Role::Operator}) {
        const auto result = api::route(request, role);
        if (const auto *answer = std::get_if<api::Answer>(&result)) {
            promise(answer->status >= 400 && answer->refused.has_value(), "a refusal is counted");
            const auto bytes = api::toHttp(*answer, false);
            const auto body = bytes.find("\r\n\r\n");
            promise(body != std::string::npos && bytes.substr(body + 4) == answer->body,
                    "nothing a client sends gets into the head of an answer");
        } else if (role != api::Role::Operator) {
            promise(std::holds_alternative<api::GetState>(std::get<api::Route>(result)) ||
                        std::holds_alternative<api::GetEvents>(std::get<api::Route>(result)) ||
                        std::holds_alternative<api::GetMetrics>(std::get<api::Route>(result)),
                    "only an operator changes anything");
            promise(role == api::Role::Viewer, "nobody is answered without a role");
        }
    }
    if (const auto address = agent::parseListenAddress(request.target))
        promise(!address->host.empty(), "an address to listen on has a host");
}

} // namespace twinhelm::fuzz
