#include "agent/vrrp/virtual_links.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "agent/linux/link_message.h"
#include "agent/linux/sysctl.h"
#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

constexpr auto kind = ObjectLedger::Kind::Link;
constexpr const char *rpFilter = "/rp_filter";
constexpr const char *ipv4 = "ipv4/conf/";
constexpr const char *ipv6 = "ipv6/conf/";
constexpr std::uint8_t linkLocalLength = 64;

bool hasV6(const std::vector<vrrp::VirtualAddress> &addresses)
{
    return std::ranges::any_of(addresses, [](const auto &one) { return one.prefix.address.isV6(); });
}

std::optional<IpAddress> linkLocalOf(const vrrp::InterfaceFacts &facts)
{
    const auto found = std::ranges::find_if(
        facts.addresses, [](const auto &address) { return address.isV6() && address.isLinkLocal(); });
    return found == facts.addresses.end() ? std::nullopt : std::optional(*found);
}

const char *kindOf(const vrrp::VirtualLink &link)
{
    return link.kind == vrrp::VirtualLink::Kind::Macvlan ? macvlanKind : ipvlanKind;
}

} // namespace

void VirtualLinks::want(const vrrp::NodeSettings &settings)
{
    wanted_.clear();
    promoting_.clear();
    for (const auto &instance : settings.instances) {
        for (const auto &link : instance.virtualLinks)
            wanted_.insert_or_assign(
                link.name, Wanted{link, instance.name, hasV6(instance.addresses) || hasV6(instance.excludedAddresses)});
        if (instance.promoteSecondaries)
            promoting_.insert(instance.interface);
    }
}

bool VirtualLinks::bring(const InterfaceTable &table, bool removeUnwanted)
{
    errors_.clear();
    occupied_.clear();
    std::vector<NetlinkMessage> messages;
    std::vector<std::string> subjects;
    std::vector<std::string> gone;
    for (const auto &[name, instance] : ledger_.entries(kind)) {
        const auto wanted = wanted_.find(name);
        const auto link = table.link(name);
        if (wanted == wanted_.end() ? !removeUnwanted : !link || fits(wanted->second.link, table))
            continue;
        if (link && !link->kind.empty()) {
            messages.push_back(deleteLinkMessage(link->index));
            subjects.push_back(name);
        }
        if (wanted == wanted_.end())
            gone.push_back(name);
    }
    const std::set<std::string> removing(subjects.begin(), subjects.end());
    ObjectLedger::Entries made;
    for (const auto &[name, wanted] : wanted_) {
        const auto base = table.link(wanted.link.base);
        const bool there = table.link(name) && !removing.contains(name);
        if (there && !fits(wanted.link, table)) {
            occupied_.insert(name);
            note(name + ": an interface of this name is there already and is not the " + kindOf(wanted.link) +
                 " that " + wanted.instance + " needs; rename or remove it");
        }
        if (there || !base)
            continue;
        made.emplace(name, wanted.instance);
        messages.push_back(createLinkMessage(wanted.link, base->index));
        subjects.push_back(name);
        fresh_.insert(name);
    }
    ledger_.add(kind, made);
    const auto answers = route_.request(messages);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i] == EOPNOTSUPP)
            note(subjects[i] + ": this kernel has no " + kindOf(wanted_.at(subjects[i]).link) +
                 " (module missing); load it, or leave the keyword out");
        else if (answers[i] != 0 && answers[i] != ENODEV)
            note(subjects[i] + ": " + errorText(answers[i]));
    }
    ledger_.remove(kind, gone);
    return !messages.empty();
}

void VirtualLinks::finish(const InterfaceTable &table)
{
    if (const auto error = settings_.apply(wantedSettings(table)); !error.empty())
        note("settings of virtual links: " + error);
    std::vector<NetlinkMessage> messages;
    for (const auto &[name, wanted] : wanted_) {
        const auto link = table.link(name);
        if (!link || occupied_.contains(name) || (!fresh_.contains(name) && table.facts(name).up))
            continue;
        const bool v4 = wanted.link.family == Family::IPv4;
        if (wanted.link.kind == vrrp::VirtualLink::Kind::Macvlan) {
            messages.push_back(noGeneratedAddressMessage(link->index));
            // The link goes with us: nothing to be put back.
            for (const auto &[path, value] :
                 InterfaceSettings::Wanted{{ipv4 + name + "/accept_local", v4},
                                           {ipv4 + name + "/arp_ignore", v4},
                                           {ipv4 + name + "/arp_filter", 0},
                                           {ipv4 + name + rpFilter, 0},
                                           {ipv4 + name + "/promote_secondaries", v4},
                                           {ipv6 + name + "/disable_ipv6", v4 && !wanted.alsoV6}}) {
                if (readSysctl(path).value_or(value) != value)
                    (void)writeSysctl(path, value);
            }
        }
        messages.push_back(setLinkUpMessage(link->index));
    }
    for (const auto &[name, wanted] : wanted_) {
        // Adverts leave here with the base's address; the kernel wants a link-local one to be the link's own.
        const auto link = table.link(name);
        const auto address = linkLocalOf(table.facts(wanted.link.base));
        if (!link || !address || wanted.link.family == Family::IPv4 || occupied_.contains(name) ||
            table.hasAddress(name, {*address, linkLocalLength}))
            continue;
        vrrp::VirtualAddress own;
        own.prefix = {*address, linkLocalLength};
        own.preferredLifetime = 0; // for adverts only
        messages.push_back(addAddressMessage(link->index, own));
    }
    fresh_.clear();
    for (const int answer : route_.request(messages)) {
        if (answer != 0 && answer != ENODEV)
            note("a virtual link could not be set up: " + errorText(answer));
    }
}

void VirtualLinks::removeAll(const InterfaceTable &table)
{
    wanted_.clear();
    promoting_.clear();
    (void)bring(table, true);
    settings_.restore();
}

/// An interface answers ARP for every address of the host unless arp_ignore says otherwise: the base would answer for
/// the virtual link's addresses with its own MAC. It would also ask in their name for whom they talk to, who would take
/// its MAC for theirs, unless arp_announce says otherwise. The stricter of an interface's rp_filter and all's holds,
/// hence all's goes to zero and the others take its value.
InterfaceSettings::Wanted VirtualLinks::wantedSettings(const InterfaceTable &table) const
{
    InterfaceSettings::Wanted out;
    bool any = false;
    for (const auto &[name, wanted] : wanted_) {
        if (wanted.link.family != Family::IPv4 || wanted.link.kind != vrrp::VirtualLink::Kind::Macvlan)
            continue;
        any = true;
        out[ipv4 + wanted.link.base + "/arp_ignore"] = 1;
        out[ipv4 + wanted.link.base + "/arp_filter"] = 1;
        out[ipv4 + wanted.link.base + "/arp_announce"] = 2;
    }
    for (const auto &name : promoting_)
        out[ipv4 + name + "/promote_secondaries"] = 1;
    const auto all = std::string(ipv4) + "all" + rpFilter;
    const auto &before = ledger_.entries(ObjectLedger::Kind::Setting);
    const auto saved = before.find(all);
    const int strictest = saved != before.end() ? std::atoi(saved->second.c_str()) : readSysctl(all).value_or(0);
    if (!any || strictest == 0)
        return out;
    out[all] = 0;
    auto names = table.names();
    names.emplace_back("default");
    for (const auto &name : names) {
        const auto path = ipv4 + name + rpFilter;
        if (!wanted_.contains(name))
            out[path] = std::max(strictest, readSysctl(path).value_or(0));
    }
    return out;
}

bool VirtualLinks::fits(const vrrp::VirtualLink &wanted, const InterfaceTable &table)
{
    const auto link = table.link(wanted.name);
    const auto base = table.link(wanted.base);
    return link && base && link->base == base->index && link->kind == kindOf(wanted) &&
           (wanted.kind != vrrp::VirtualLink::Kind::Macvlan || link->mac == wanted.mac);
}

std::vector<std::string> VirtualLinks::names() const
{
    std::vector<std::string> out;
    for (const auto &[name, wanted] : wanted_)
        out.push_back(name);
    return out;
}

std::string VirtualLinks::instanceOf(const std::string &name) const
{
    const auto found = wanted_.find(name);
    return found == wanted_.end() ? std::string() : found->second.instance;
}

void VirtualLinks::note(const std::string &error)
{
    errors_.push_back(error);
}

} // namespace twinhelm::agent
