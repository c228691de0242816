#include "tests/lab/frr.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace twinhelm::lab
{

namespace
{

constexpr auto vrrpdProgram = "/usr/lib/frr/vrrpd";

std::string virtualMac(const FrrRouter &router)
{
    std::array<char, 18> mac{};
    std::snprintf(mac.data(), mac.size(), "00:00:5e:00:%02x:%02x", router.family == 4 ? 1 : 2, router.virtualRouterId);
    return mac.data();
}

std::string deviceCommands(const FrrRouter &router, const std::string &interface)
{
    const auto name = Frr::device(router);
    std::string text =
        "link add " + name + " link " + interface + " address " + virtualMac(router) + " type macvlan mode bridge\n";
    if (!router.linkLocal.empty())
        text += "link set dev " + name + " addrgenmode none\n";
    const std::string noDad = router.family == 6 ? " nodad" : "";
    for (const auto &address : router.addresses)
        text += "addr add " + address + "/" + std::to_string(router.prefixLength) + " dev " + name + noDad + "\n";
    if (!router.linkLocal.empty())
        text += "addr add " + router.linkLocal + "/64 dev " + name + noDad + "\n";
    return text + "link set dev " + name + " up\n";
}

std::string configLines(const FrrRouter &router)
{
    const std::string start = " vrrp " + std::to_string(router.virtualRouterId) + " ";
    std::string text = start + "version " + std::to_string(router.version) + "\n" + start + "priority " +
                       std::to_string(router.priority) + "\n" + start + "advertisement-interval " +
                       std::to_string(router.advert.count()) + "\n";
    if (!router.preempt)
        text += " no" + start + "preempt\n";
    for (const auto &address : router.addresses)
        text += start + (router.family == 4 ? "ip " : "ipv6 ") + address + "\n";
    return text;
}

} // namespace

std::string Frr::device(const FrrRouter &router)
{
    return "frr" + std::to_string(router.family) + "-" + std::to_string(router.virtualRouterId);
}

std::string Frr::whyNot(Node &node, const std::string &interface)
{
    if (!std::filesystem::exists(vrrpdProgram))
        return "FRR's vrrpd is not installed: nothing is known about meeting it";
    if (node.run({"ip", "link", "add", "try0", "link", interface, "type", "macvlan"}).exitCode != 0)
        return "this kernel has no macvlan, which FRR's vrrpd needs: nothing is known about meeting it";
    node.must({"ip", "link", "delete", "try0"});
    return {};
}

Frr::Frr(Node &node, const std::vector<FrrRouter> &routers, const std::string &interface)
{
    std::string devices;
    std::string config = "interface " + interface + "\n";
    for (const auto &router : routers) {
        devices += deviceCommands(router, interface);
        config += configLines(router);
    }
    node.must({"ip", "-batch", "-"}, devices);
    node.must({"install", "-d", "-o", "frr", "-g", "frr", "/run/frr"});
    std::filesystem::remove(node.outside("/run/frr/zserv.api")); // of a killed predecessor
    node.writeFile("/etc/frr/zebra.conf", "hostname frr\n");
    node.writeFile("/etc/frr/vrrpd.conf", config);
    zebra_ = node.start({"/usr/lib/frr/zebra", "-f", "/etc/frr/zebra.conf", "--log", "stdout"}, "zebra");
    if (!eventually([&] { return std::filesystem::exists(node.outside("/run/frr/zserv.api")); }, Millis(5000)))
        throw std::runtime_error("zebra does not start: " + zebra_.output());
    vrrpd_ = node.start({vrrpdProgram, "-f", "/etc/frr/vrrpd.conf", "--log", "stdout", "--log-level", "info"}, "vrrpd");
}

void Frr::stop()
{
    vrrpd_.signal(SIGTERM);
    vrrpd_.wait(Millis(5000));
}

void Frr::killTree()
{
    vrrpd_.killTree();
    zebra_.killTree();
}

} // namespace twinhelm::lab
