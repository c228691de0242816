#include "common/health/cause.h"

#include <array>

namespace twinhelm::health
{

namespace
{

std::string milliseconds(Duration time)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) + " ms";
}

struct Sentence {
    std::string operator()(const cause::Started &) const { return "the checker started"; }
    std::string operator()(const cause::Adopted &) const
    {
        return "found so in the kernel's table, after the checker was started again";
    }
    std::string operator()(const cause::ProbeFailed &one) const
    {
        return one.probe + " failed" + (one.tries > 1 ? ' ' + std::to_string(one.tries) + " times" : std::string()) +
               (one.text.empty() ? std::string() : ": " + one.text);
    }
    std::string operator()(const cause::ProbePassed &one) const
    {
        return one.probe + " was answered in " + milliseconds(one.took);
    }
    std::string operator()(const cause::ProbeWeight &one) const
    {
        return one.probe + " asks for a weight of " + std::to_string(one.weight);
    }
    std::string operator()(const cause::LiveWeight &one) const
    {
        return "live weight " + std::to_string(one.weight) + ", needed are " + std::to_string(one.needed);
    }
    std::string operator()(const cause::Operator &one) const
    {
        return "asked for by " + (one.by.empty() ? "an operator" : one.by) +
               (one.reason.empty() ? std::string() : ": " + one.reason);
    }
    std::string operator()(const cause::Expired &) const { return "its time is over"; }
    std::string operator()(const cause::Emptied &one) const
    {
        return one.connections == 0 ? "no connections are left"
                                    : std::to_string(one.connections) + " connections are left";
    }
    std::string operator()(const cause::Configuration &) const { return "the configuration says so since the reload"; }
    std::string operator()(const cause::AddressLocal &one) const
    {
        return one.address + (one.here ? " is on this node" : " is not on this node");
    }
    std::string operator()(const cause::Ended &) const { return "the checker ends"; }
};

} // namespace

std::string_view causeName(const Cause &cause)
{
    static constexpr std::array<std::string_view, std::variant_size_v<Cause>> names{
        "started",  "adopted", "probe_failed", "probe_passed", "probe_weight",  "live_weight",
        "operator", "expired", "emptied",      "reload",       "address_local", "shutdown"};
    return names.at(cause.index());
}

std::string sentence(const Cause &cause)
{
    return std::visit(Sentence{}, cause);
}

} // namespace twinhelm::health
