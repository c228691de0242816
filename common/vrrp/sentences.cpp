#include "common/vrrp/sentences.h"

namespace twinhelm::vrrp
{

namespace
{

struct Words {
    std::string operator()(const std::monostate &) const { return {}; }
    std::string operator()(const cause::Started &) const { return "engine started"; }
    std::string operator()(const cause::Adopted &) const { return "goes on as MASTER for a process that was killed"; }
    std::string operator()(const cause::Ended &) const { return "engine stops"; }

    std::string operator()(const cause::MissedAdverts &one) const
    {
        if (!one.master)
            return "no master heard for " + seconds(one.silence);
        return one.master->toString() + " not heard for " + seconds(one.silence) + ", " + std::to_string(one.missed) +
               (one.missed == 1 ? " advert missed" : " adverts missed");
    }

    std::string operator()(const cause::PeerLeft &one) const
    {
        return one.peer.toString() + " stepped down (priority 0)";
    }

    std::string operator()(const cause::LowerPeer &one) const
    {
        return "priority " + std::to_string(one.ours.value) + " beats " + router(one.peer, one.theirs);
    }

    std::string operator()(const cause::HigherPeer &one) const
    {
        return router(one.peer, one.theirs) + (one.theirs == one.ours
                                                   ? std::string(" has the larger address")
                                                   : " outranks priority " + std::to_string(one.ours.value));
    }

    std::string operator()(const cause::Script &one) const
    {
        std::string out = "script " + one.name + " " + (one.ok ? "is ok" : one.result);
        if (!one.ok && one.result == "failed")
            out += " (exit " + std::to_string(one.exitCode) + ")";
        return one.ok || one.output.empty() ? out : out + ": " + one.output;
    }

    std::string operator()(const cause::Link &one) const
    {
        return "interface " + one.interface + (!one.exists ? " does not exist" : one.up ? " is up" : " is down");
    }

    std::string operator()(const cause::Operator &) const { return "handed over by an operator"; }

    std::string operator()(const cause::Configuration &one) const
    {
        using Effect = cause::Configuration::Effect;
        const auto which = one.revision.empty() ? std::string() : " " + one.revision;
        switch (one.effect) {
        case Effect::Applied: return "configuration" + which + " applied";
        case Effect::Restarted: return "restarted: the configuration" + which + " changed what peers know it by";
        case Effect::Removed: return "no longer in the configuration" + which;
        }
        return {};
    }

    std::string operator()(const cause::Stall &one) const
    {
        const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(one.length).count();
        const auto out = "stall of " + std::to_string(millis) + " ms";
        return one.master ? out + ", " + one.master->toString() + " is master by now" : out;
    }

    std::string operator()(const cause::GroupMember &one) const
    {
        return "sync group " + one.group + " moves to " + std::string(stateName(one.to)) + " together" +
               (one.member.empty() ? "" : ", led by " + one.member);
    }
};

} // namespace

std::string seconds(Duration duration)
{
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    std::string text = std::to_string(millis / 1000);
    if (const auto rest = millis % 1000; rest != 0) {
        auto digits = std::to_string(1000 + rest).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return text + " s";
}

std::string router(const IpAddress &address, Priority priority)
{
    return address.toString() + " (priority " + std::to_string(priority.value) + ")";
}

std::string sentence(const Cause &cause)
{
    return std::visit(Words{}, cause);
}

std::string shortRevision(const std::string &sha256)
{
    return sha256.substr(0, 12);
}

} // namespace twinhelm::vrrp
