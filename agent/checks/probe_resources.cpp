#include "agent/checks/probe_resources.h"

namespace twinhelm::checks
{

ProbeResources::ProbeResources(boost::asio::io_context &io, const ProbeContext &context)
    : context_(context), scripts_(io, {})
{
    scripts_.setDefaultUser(context_.scriptUser, context_.scriptGroup, context_.scriptSecurity);
}

const Result<TlsContext> &ProbeResources::tls(bool verifies)
{
    auto &made = verifies ? verifying_ : plain_;
    if (!made)
        made = makeClientContext(context_.tls, verifies);
    return *made;
}

tl::expected<std::shared_ptr<const health::Pattern>, health::PatternError>
ProbeResources::pattern(const health::Regex &regex)
{
    std::string key = regex.pattern;
    for (const auto &option : regex.options)
        (key += '\0') += option;
    if (const auto known = patterns_.find(key); known != patterns_.end())
        return known->second;
    auto compiled = health::Pattern::compile(regex);
    if (compiled)
        patterns_.emplace(std::move(key), *compiled);
    return compiled;
}

Result<agent::ChildProcess> ProbeResources::startScript(const health::Command &command, int output)
{
    if (command.argv.empty())
        return fail("A0330", "there is no program to run", "give MISC_CHECK a misc_path");
    return scripts_.start({command.argv, command.user, command.group}, output);
}

std::uint16_t ProbeResources::randomId()
{
    return static_cast<std::uint16_t>(random_() & 0xFFFFU);
}

} // namespace twinhelm::checks
