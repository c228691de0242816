#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "common/vrrp/node_events.h"

/// What the driver needs of the world, four narrow doors. The daemon puts the kernel behind them, tests a fake.
namespace twinhelm::agent
{

/// What an instance wants set or removed. Never null.
using ObjectChange = std::variant<const vrrp::AddAddresses *, const vrrp::RemoveAddresses *>;

/// What the network counts of no instance.
struct NetworkCounters {
    std::uint64_t unreadable = 0; ///< datagrams with a broken IP or authentication header
    std::uint64_t overruns = 0;   ///< times the kernel dropped news to us; all was listed anew
};

/// What became of notices that did not reach anybody.
struct NoticeCounters {
    std::uint64_t fifoLinesLost = 0;
    std::uint64_t mailsLost = 0;
    std::uint64_t mailsWaiting = 0;
};

/// Interfaces, packets and addresses. No call waits for anything but the kernel itself.
class NetworkPort
{
public:
    virtual ~NetworkPort() = default;
    virtual void openInterface(const vrrp::OpenInterface &action) = 0;
    virtual void closeInterface(const std::string &interface, Family family) = 0;
    /// Many at once. Whether they left is told as vrrp::PacketsFailed, and only when that changes or one did not.
    virtual void send(std::span<const vrrp::SendPacket *const> packets) = 0;
    /// Many at once, in order: a thousand instances may become master in the same instant. A line for each: empty when
    /// done (also when it had been done before), else what the kernel said.
    [[nodiscard]] virtual std::vector<std::string> change(std::span<const ObjectChange> changes) = 0;
    virtual void announce(const vrrp::Announce &action) = 0;
};

/// Track scripts answer with vrrp::ScriptFinished through the driver; nobody waits for notify commands.
class ScriptPort
{
public:
    virtual ~ScriptPort() = default;
    virtual void run(const vrrp::RunScript &action) = 0;
    virtual void notify(const vrrp::RunNotify &action) = 0;
};

/// What goes to pipes and by mail; nobody waits for either.
class NoticePort
{
public:
    virtual ~NoticePort() = default;
    virtual void write(const vrrp::WriteFifo &action) = 0;
    virtual void mail(const vrrp::SendMail &action) = 0;
};

class PublishPort
{
public:
    virtual ~PublishPort() = default;
    virtual void publish(const vrrp::Publish &news) = 0;
};

} // namespace twinhelm::agent
