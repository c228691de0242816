#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/vrrp/node.h"

namespace twinhelm::test
{

/// What one router did: a line of a transcript, the time apart so that repeated lines can be folded.
struct Deed {
    TimePoint at;
    std::string text;
};

/// Routers on segments named like their interfaces, in virtual time. Packets arrive in the instant they are sent,
/// scripts and the kernel answer at once; links, directions and script results can be broken.
class VirtualNetwork
{
public:
    struct Router {
        std::unique_ptr<vrrp::Node> node;
        std::map<std::string, vrrp::InterfaceFacts> interfaces;
        std::map<std::string, vrrp::ScriptFinished> scripts; ///< how each run ends
        std::set<std::string> addresses;                     ///< virtual ones that are present
    };

    void add(const std::string &name, vrrp::NodeSettings settings, std::vector<vrrp::InterfaceFacts> interfaces);
    void tell(const std::string &router, const vrrp::NodeEvent &event);
    void setLink(const std::string &router, const std::string &interface, bool up);
    /// The router vanishes without a word.
    void kill(const std::string &router);
    /// What `from` sends does not reach `to`; on one segment only, or on all when it is empty.
    void drop(const std::string &from, const std::string &to, const std::string &segment = {})
    {
        dropped_.emplace(from, to, segment);
    }
    void heal(const std::string &from, const std::string &to, const std::string &segment = {})
    {
        dropped_.erase({from, to, segment});
    }
    void advance(Duration by);

    [[nodiscard]] Router *find(const std::string &name);
    [[nodiscard]] std::map<std::string, Router> &routers() { return routers_; }
    /// Everything since the last call, in order.
    [[nodiscard]] std::vector<Deed> takeDeeds() { return std::exchange(deeds_, {}); }

private:
    void deliver();
    void carryOut(const std::string &router, const vrrp::NodeAction &action);
    void send(const std::string &router, const vrrp::SendPacket &packet);
    void note(const std::string &router, const std::string &text);

    TimePoint now_{};
    std::map<std::string, Router> routers_;
    std::set<std::tuple<std::string, std::string, std::string>> dropped_;
    std::deque<std::pair<std::string, vrrp::NodeEvent>> pending_;
    std::vector<Deed> deeds_;
};

} // namespace twinhelm::test
