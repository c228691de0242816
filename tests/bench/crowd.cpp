#include "tests/bench/crowd.h"

#include <sstream>

#include "tests/lab/config_text.h"

namespace twinhelm::bench
{

namespace
{

std::string interfaceName(int number)
{
    return "p" + std::to_string(number);
}

} // namespace

Crowd::Crowd(CrowdOptions options) : options_(std::move(options))
{
    std::string links;
    std::string first;
    std::string second;
    for (int i = 0; i < options_.interfaces; ++i) {
        const auto name = interfaceName(i);
        links +=
            "link add " + name + " type veth peer name " + name + " netns " + std::to_string(lb2().holder()) + "\n";
        const auto up = [&](int host) {
            return "addr add 10.200." + std::to_string(i) + "." + std::to_string(host) + "/24 dev " + name +
                   "\nlink set " + name + " up\n";
        };
        first += up(1);
        second += up(2);
    }
    if (const auto made = lb1().runNetworkOnly({"ip", "-batch", "-"}, links); made.exitCode != 0)
        throw std::runtime_error(made.output);
    lb1().must({"ip", "-batch", "-"}, first);
    lb2().must({"ip", "-batch", "-"}, second);
}

std::vector<std::string> Crowd::interfaces() const
{
    std::vector<std::string> out;
    for (int i = 0; i < options_.interfaces; ++i)
        out.push_back(interfaceName(i));
    return out;
}

double Crowd::framesHeard()
{
    // /proc/net/dev: "  p0: BYTES PACKETS ..." of the reader's network.
    std::istringstream lines(lb2().must({"cat", "/proc/net/dev"}));
    double sum = 0;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        double bytes = 0;
        double packets = 0;
        if (words >> name >> bytes >> packets && name.starts_with('p'))
            sum += packets;
    }
    return sum;
}

std::string Crowd::config(const std::string &node, int priority, bool changed) const
{
    std::vector<lab::InstanceText> instances;
    for (int i = 0; i < options_.interfaces; ++i) {
        for (int id = 1; id <= options_.perInterface; ++id) {
            lab::InstanceText one;
            one.name = "VI_" + std::to_string(i) + "_" + std::to_string(id);
            one.interface = interfaceName(i);
            one.virtualRouterId = id;
            one.priority = priority;
            one.version = options_.version;
            one.advert = options_.advert;
            one.password.clear();
            one.addresses = {"10.100." + std::to_string(i) + "." + std::to_string(id)};
            if (changed && i == 0 && id == 1)
                one.addresses.emplace_back("10.101.0.1");
            instances.push_back(std::move(one));
        }
    }
    return lab::configText(node, instances);
}

} // namespace twinhelm::bench
