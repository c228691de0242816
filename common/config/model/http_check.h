#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/config/model/rare.h"
#include "common/config/model/routing_rule.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// What the answer's body must match.
struct HttpRegex {
    Value<std::string> pattern; ///< PCRE2, escapes of the quoted word already resolved
    Value<bool> noMatch;
    std::vector<Value<std::string>> options;
    Value<unsigned> leastOffset;
    Value<unsigned> mostOffset;
    Value<unsigned> stackStart;
    Value<unsigned> stackMost;
};

/// A url block.
struct HttpUrl {
    SourceRange range; ///< of the block's header
    Value<std::string> path;
    Value<std::string> digest; ///< 32 hex digits
    std::vector<Value<Span<std::uint16_t>>> statusCodes;
    Value<std::string> virtualHost;
    Value<bool> tlsCompliant;
    Rare<HttpRegex> regex;
};

/// HTTP_GET and SSL_GET.
struct HttpCheck {
    enum class Protocol : std::uint8_t { Http10, Http11, Http10Close, Http11Close };

    Value<std::string> virtualHost;
    Value<Protocol> protocol;
    Value<bool> enableSni;
    Value<std::string> sniName;
    Value<bool> fastRecovery;
    Value<bool> tlsCompliant;
    std::vector<HttpUrl> urls;
};

} // namespace twinhelm::config::model
