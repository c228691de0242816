#include "common/vrrp/static_keeper.h"

#include <algorithm>

#include "common/vrrp/without.h"

namespace twinhelm::vrrp
{

namespace
{

constexpr const char *subject = "static objects";

void publish(std::string cause, std::string text, NodeActions &out)
{
    out.push_back(Publish{ChangeKind::AddressTrouble, subject, false, std::nullopt, std::nullopt, std::nullopt,
                          std::move(cause), std::move(text)});
}

bool uses(const RouteSettings &route, const std::string &interface)
{
    // Without a device the kernel chose one, which may have been this.
    const bool found = route.device.empty() && route.nextHops.empty();
    return found || route.device == interface ||
           std::ranges::any_of(route.nextHops, [&](const auto &hop) { return hop.device == interface; });
}

} // namespace

bool StaticKeeper::empty() const
{
    return objects_.addresses.empty() && objects_.routes.empty() && objects_.rules.empty();
}

void StaticKeeper::set(NodeActions &out) const
{
    if (!empty())
        out.push_back(AddAddresses{{}, {}, objects_.addresses, objects_.routes, objects_.rules});
}

void StaticKeeper::start(NodeActions &out)
{
    running_ = true;
    set(out);
}

void StaticKeeper::stop(NodeActions &out)
{
    repairAt_.reset();
    if (std::exchange(running_, false) && !empty())
        out.push_back(RemoveAddresses{{}, {}, objects_.addresses, objects_.routes, objects_.rules});
}

void StaticKeeper::replace(StaticObjects objects, NodeActions &out)
{
    const auto before = std::exchange(objects_, std::move(objects));
    if (!running_ || before == objects_)
        return;
    RemoveAddresses gone{{},
                         {},
                         without(before.addresses, objects_.addresses),
                         without(before.routes, objects_.routes),
                         without(before.rules, objects_.rules)};
    if (!gone.addresses.empty() || !gone.routes.empty() || !gone.rules.empty())
        out.push_back(std::move(gone));
    AddAddresses fresh{{},
                       {},
                       without(objects_.addresses, before.addresses),
                       without(objects_.routes, before.routes),
                       without(objects_.rules, before.rules)};
    if (!fresh.addresses.empty() || !fresh.routes.empty() || !fresh.rules.empty())
        out.push_back(std::move(fresh));
}

void StaticKeeper::vanished(TimePoint now, const std::string &what, const std::string &by, NodeActions &out)
{
    if (!running_ || empty())
        return;
    publish("static_vanished", what + " was removed by " + by + ", putting it back", out);
    repair(now, out);
}

void StaticKeeper::interfaceUp(TimePoint now, const std::string &interface, NodeActions &out)
{
    const bool ours =
        std::ranges::any_of(objects_.addresses, [&](const auto &one) { return one.device == interface; }) ||
        std::ranges::any_of(objects_.routes, [&](const auto &one) { return uses(one, interface); });
    if (running_ && ours)
        repair(now, out);
}

void StaticKeeper::repair(TimePoint now, NodeActions &out)
{
    if (!repairAt_)
        repairAt_ = limit_.earliest(now);
    deadline(now, out);
}

void StaticKeeper::deadline(TimePoint now, NodeActions &out)
{
    if (!repairAt_ || now < *repairAt_)
        return;
    repairAt_.reset();
    limit_.done(now);
    set(out);
}

void StaticKeeper::applied(const AddressesApplied &applied, NodeActions &out)
{
    const auto &error = applied.error;
    if (!error.empty() && error != lastError_)
        publish(applied.added ? "static_add_failed" : "static_remove_failed",
                std::string("the kernel did not ") + (applied.added ? "set" : "remove") +
                    " all static objects: " + error,
                out);
    lastError_ = error;
}

} // namespace twinhelm::vrrp
