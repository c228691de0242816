#include "agent/linux/interface_table.h"

#include <algorithm>
#include <set>

namespace twinhelm::agent
{

namespace
{

using FactsByName = std::map<std::string, vrrp::InterfaceFacts>;

std::vector<std::string> differences(const FactsByName &before, const FactsByName &after)
{
    std::set<std::string> names;
    for (const auto &[name, facts] : before) {
        const auto now = after.find(name);
        if (now == after.end() || now->second != facts)
            names.insert(name);
    }
    for (const auto &[name, facts] : after) {
        if (!before.contains(name))
            names.insert(name);
    }
    return {names.begin(), names.end()};
}

} // namespace

std::vector<std::string> InterfaceTable::apply(const std::vector<RouteChange> &changes)
{
    // Only the touched interfaces are compared: a host may have thousands.
    FactsByName before;
    std::set<int> touched;
    for (const auto &change : changes) {
        if (const auto *link = std::get_if<LinkChange>(&change))
            touched.insert(link->index);
        else if (const auto *address = std::get_if<AddressChange>(&change))
            touched.insert(address->interfaceIndex);
    }
    const auto collect = [&] {
        FactsByName out;
        for (const int index : touched) {
            const auto entry = entries_.find(index);
            if (entry != entries_.end())
                out.insert_or_assign(entry->second.link.name, factsOf(entry->second));
        }
        return out;
    };
    before = collect();
    for (const auto &change : changes) {
        if (const auto *link = std::get_if<LinkChange>(&change))
            applyLink(*link);
        else if (const auto *address = std::get_if<AddressChange>(&change))
            applyAddress(*address);
    }
    return differences(before, collect());
}

std::vector<std::string> InterfaceTable::replace(const std::vector<RouteChange> &dump)
{
    const auto before = allFacts();
    entries_.clear();
    indices_.clear();
    // Links first: an address of an unknown link would be dropped.
    for (const auto &change : dump) {
        if (const auto *link = std::get_if<LinkChange>(&change))
            applyLink(*link);
    }
    for (const auto &change : dump) {
        if (const auto *address = std::get_if<AddressChange>(&change))
            applyAddress(*address);
    }
    return differences(before, allFacts());
}

void InterfaceTable::applyLink(const LinkChange &change)
{
    auto &entry = entries_[change.index];
    // A new name may have been another's until a moment ago.
    if (const auto named = indices_.find(entry.link.name); named != indices_.end() && named->second == change.index)
        indices_.erase(named);
    if (change.removed) {
        std::erase_if(renamed_, [&](const auto &one) { return one.second == entry.link.name; });
        entries_.erase(change.index);
        return;
    }
    if (!entry.link.name.empty() && entry.link.name != change.name)
        renamed_.insert_or_assign(entry.link.name, change.name);
    renamed_.erase(change.name);
    entry.link = change;
    indices_.insert_or_assign(change.name, change.index);
}

void InterfaceTable::applyAddress(const AddressChange &change)
{
    const auto entry = entries_.find(change.interfaceIndex);
    if (entry == entries_.end())
        return;
    auto &addresses = entry->second.addresses;
    const auto known = std::find_if(addresses.begin(), addresses.end(),
                                    [&](const Address &one) { return one.prefix == change.prefix; });
    if (change.removed) {
        if (known != addresses.end())
            addresses.erase(known);
    } else if (known != addresses.end()) {
        known->secondary = change.secondary;
    } else {
        addresses.push_back({change.prefix, change.secondary});
    }
}

vrrp::InterfaceFacts InterfaceTable::facts(const std::string &name) const
{
    const Entry *entry = find(name);
    if (entry == nullptr) {
        vrrp::InterfaceFacts out;
        out.name = name;
        out.exists = false;
        if (const auto other = renamed_.find(name); other != renamed_.end())
            out.renamedTo = other->second;
        return out;
    }
    return factsOf(*entry);
}

std::optional<InterfaceTable::Link> InterfaceTable::link(const std::string &name) const
{
    const Entry *entry = find(name);
    return entry == nullptr
               ? std::nullopt
               : std::optional(Link{entry->link.index, entry->link.mac, entry->link.kind, entry->link.base});
}

std::vector<std::string> InterfaceTable::names() const
{
    std::vector<std::string> out;
    out.reserve(entries_.size());
    for (const auto &[index, entry] : entries_)
        out.push_back(entry.link.name);
    return out;
}

std::string InterfaceTable::nameOf(int index) const
{
    const auto found = entries_.find(index);
    return found == entries_.end() ? std::string() : found->second.link.name;
}

bool InterfaceTable::hasAddress(const std::string &name, const Prefix &prefix) const
{
    const Entry *entry = find(name);
    return entry != nullptr && std::any_of(entry->addresses.begin(), entry->addresses.end(),
                                           [&](const Address &one) { return one.prefix == prefix; });
}

FactsByName InterfaceTable::allFacts() const
{
    FactsByName out;
    for (const auto &[index, entry] : entries_)
        out.insert_or_assign(entry.link.name, factsOf(entry));
    return out;
}

vrrp::InterfaceFacts InterfaceTable::factsOf(const Entry &entry)
{
    vrrp::InterfaceFacts out;
    out.name = entry.link.name;
    out.up = entry.link.up;
    out.mtu = entry.link.mtu;
    for (const bool secondary : {false, true}) {
        for (const auto &one : entry.addresses) {
            if (one.secondary == secondary)
                out.addresses.push_back(one.prefix.address);
        }
    }
    return out;
}

const InterfaceTable::Entry *InterfaceTable::find(const std::string &name) const
{
    const auto index = indices_.find(name);
    const auto found = index == indices_.end() ? entries_.end() : entries_.find(index->second);
    return found == entries_.end() ? nullptr : &found->second;
}

} // namespace twinhelm::agent
