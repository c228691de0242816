#include "tests/lab/kernel_state.h"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

namespace twinhelm::lab
{

namespace
{

namespace json = boost::json;

/// Words of `ip -j` that tell nothing about what was asked for.
constexpr const char *volatileWords[] = {"ifindex",      "link_index", "expires", "cacheinfo",       "protocol",
                                         "link_netnsid", "group",      "fwmark",  "valid_life_time", "used"};

json::value reduced(const json::value &value)
{
    if (const auto *object = value.if_object()) {
        // In order of the words, whatever order they came in.
        std::set<std::string> words;
        for (const auto &member : *object)
            words.insert(std::string(member.key()));
        json::object out;
        for (const auto &word : words) {
            if (std::ranges::find(volatileWords, word) == std::end(volatileWords))
                out[word] = reduced(object->at(word));
        }
        return out;
    }
    if (const auto *array = value.if_array()) {
        json::array out;
        for (const auto &one : *array)
            out.push_back(reduced(one));
        return out;
    }
    return value;
}

json::array list(Node &node, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "ip");
    const auto text = node.run(arguments).output;
    boost::system::error_code error;
    auto parsed = json::parse(text, error);
    return parsed.is_array() ? parsed.as_array() : json::array();
}

std::string textOf(const json::object &object, const char *word)
{
    const auto *value = object.if_contains(word);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool isUp(const json::object &link)
{
    const auto *flags = link.if_contains("flags");
    return flags != nullptr && flags->is_array() &&
           std::ranges::find(flags->as_array(), json::value("UP")) != flags->as_array().end();
}

} // namespace

KernelState kernelState(Node &node)
{
    KernelState out;
    for (const auto &link : list(node, {"-j", "-d", "address", "show"})) {
        const auto &object = link.as_object();
        const auto name = textOf(object, "ifname");
        if (const auto *addresses = object.if_contains("addr_info")) {
            for (const auto &address : addresses->as_array()) {
                if (!address.as_object().empty())
                    out.insert("address " + name + ' ' + json::serialize(reduced(address)));
            }
        }
        const auto *info = object.if_contains("linkinfo");
        const auto kind = info == nullptr ? std::string() : textOf(info->as_object(), "info_kind");
        if (kind == "macvlan" || kind == "ipvlan")
            out.insert("link " + name + ' ' + textOf(object, "link") + ' ' + textOf(object, "address") + ' ' + kind +
                       ' ' + textOf(info->as_object().at("info_data").as_object(), "mode") + ' ' +
                       (isUp(object) ? "up" : "down") + ' ' + textOf(object, "inet6_addr_gen_mode"));
    }
    for (const char *family : {"-4", "-6"}) {
        for (const auto &route : list(node, {"-j", family, "-d", "route", "show", "table", "all"}))
            out.insert(std::string("route ") + family + ' ' + json::serialize(reduced(route)));
        for (const auto &rule : list(node, {"-j", family, "rule", "show"}))
            out.insert(std::string("rule ") + family + ' ' + json::serialize(rule));
    }
    return out;
}

std::string difference(const KernelState &before, const KernelState &after)
{
    std::string out;
    for (const auto &line : before)
        out += after.contains(line) ? "" : "- " + line + '\n';
    for (const auto &line : after)
        out += before.contains(line) ? "" : "+ " + line + '\n';
    return out;
}

void settleAddresses(Node &node)
{
    const auto settled = [&] { return node.must({"ip", "address"}).find("tentative") == std::string::npos; };
    if (!eventually(settled, Millis(5000)))
        throw std::runtime_error("an IPv6 address of " + node.name() + " stays tentative");
}

void addInterface(Node &node, const std::string &name, const std::string &address)
{
    node.must({"ip", "link", "add", name, "type", "veth", "peer", "name", name + "-peer"});
    // Without addresses of their own making, the kernel's part is the same in every run.
    for (const auto &one : {name, name + "-peer"}) {
        node.must({"ip", "link", "set", one, "addrgenmode", "none"});
        node.must({"ip", "link", "set", one, "up"});
    }
    if (!address.empty())
        node.must({"ip", "address", "add", address, "dev", name});
}

} // namespace twinhelm::lab
