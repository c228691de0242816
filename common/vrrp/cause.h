#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "common/base/ip_address.h"
#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/state.h"

/// Why an instance changed its state, as values: what was measured, heard or ordered. sentences.h says it to people,
/// the wire carries it to programs.
namespace twinhelm::vrrp
{

namespace cause
{
/// The engine started, or its startup delay ended.
struct Started {
    friend bool operator==(const Started &, const Started &) = default;
};
/// A predecessor was killed as MASTER a moment ago; this one goes on for it.
struct Adopted {
    friend bool operator==(const Adopted &, const Adopted &) = default;
};
struct Ended {
    friend bool operator==(const Ended &, const Ended &) = default;
};
/// The master down timer ran out (RFC 9568 section 6.4.2).
struct MissedAdverts {
    std::optional<IpAddress> master;  ///< who should have spoken; nothing: nobody was ever heard
    std::optional<Priority> priority; ///< its last one
    unsigned missed = 0;              ///< adverts that should have come in the silence
    Duration silence{};               ///< since the last one came, or since there was reason to listen
    friend bool operator==(const MissedAdverts &, const MissedAdverts &) = default;
};
/// The master said priority 0: it leaves.
struct PeerLeft {
    IpAddress peer;
    friend bool operator==(const PeerLeft &, const PeerLeft &) = default;
};
/// The master heard has a lower priority, and we preempt.
struct LowerPeer {
    IpAddress peer;
    Priority theirs;
    Priority ours;
    friend bool operator==(const LowerPeer &, const LowerPeer &) = default;
};
/// Another master has a higher priority, or as high a one and the larger address.
struct HigherPeer {
    IpAddress peer;
    Priority theirs;
    Priority ours;
    friend bool operator==(const HigherPeer &, const HigherPeer &) = default;
};
/// A track script's verdict.
struct Script {
    std::string name;
    bool ok = false;
    std::string result; ///< ok, failed, timed out, could not be run
    int exitCode = 0;
    std::string output; ///< the last line it wrote
    friend bool operator==(const Script &, const Script &) = default;
};
struct Link {
    std::string interface;
    bool exists = true;
    bool up = false;
    friend bool operator==(const Link &, const Link &) = default;
};
/// An operator handed the addresses over.
struct Operator {
    friend bool operator==(const Operator &, const Operator &) = default;
};
struct Configuration {
    enum class Effect : std::uint8_t {
        Applied,   ///< the instance begins with it
        Restarted, ///< what peers know the instance by changed
        Removed,   ///< the instance is not in it any more
    };
    std::string revision; ///< of the file, short; empty: not known
    Effect effect = Effect::Applied;
    friend bool operator==(const Configuration &, const Configuration &) = default;
};
/// This process, or the whole machine, stood still.
struct Stall {
    Duration length{};
    std::optional<IpAddress> master; ///< who was heard as master on waking
    friend bool operator==(const Stall &, const Stall &) = default;
};
/// The sync group moves as one.
struct GroupMember {
    std::string group;
    std::string member; ///< whose change the others follow
    State to = State::Backup;
    friend bool operator==(const GroupMember &, const GroupMember &) = default;
};
} // namespace cause

/// monostate: there is no more to it than the word and the sentence that stand beside it.
using Cause = std::variant<std::monostate, cause::Started, cause::Adopted, cause::Ended, cause::MissedAdverts,
                           cause::PeerLeft, cause::LowerPeer, cause::HigherPeer, cause::Script, cause::Link,
                           cause::Operator, cause::Configuration, cause::Stall, cause::GroupMember>;

/// Why something happens: the stable word, the sentence of the Publish that follows from it, and the facts.
struct Reason {
    std::string cause;
    std::string text;
    Cause facts{};
};

/// What an instance did last, and why.
struct Transition {
    TimePoint when{};
    State from = State::Init;
    State to = State::Init;
    Reason why;
};

} // namespace twinhelm::vrrp
