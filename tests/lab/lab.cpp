#include "tests/lab/lab.h"

#include <unistd.h>

#include <sstream>
#include <stdexcept>

#include "tests/lab/owner.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

constexpr auto frontBridge = "front";
constexpr auto backBridge = "back";
constexpr auto lossTable = "thlab";

Node &present(const std::unique_ptr<Node> &node, const char *name)
{
    if (!node)
        throw std::logic_error(std::string("this lab was built without ") + name);
    return *node;
}

} // namespace

LabOptions LabOptions::seed000()
{
    return {};
}

LabOptions LabOptions::seed004()
{
    LabOptions options;
    options.interface = "ens33";
    options.vip = "192.168.1.254";
    options.lb1 = {"lb01", "192.168.1.1", ""};
    options.lb2 = {"lb02", "192.168.1.2", ""};
    options.client = {"client", "192.168.1.100", ""};
    options.desk = {"desk", "192.168.1.101", ""};
    return options;
}

std::string whyNoLab()
{
    if (geteuid() != 0)
        return "needs root: network namespaces cannot be made by uid " + std::to_string(geteuid()) +
               "; run as root, or set TH_LAB=skip to leave these tests out";
    for (const auto *program : {"ip", "nft", "ping"}) {
        if (!fs::exists(fs::path("/usr/sbin") / program) && !fs::exists(fs::path("/usr/bin") / program))
            return std::string("needs the program ") + program + "; run installer/install-dependencies lab";
    }
    return {};
}

Lab::Lab(LabOptions options) : options_(std::move(options))
{
    if (const auto why = whyNoLab(); !why.empty())
        throw std::runtime_error(why);
    sweepDeadLabs();
    folder_ = makeLabFolder();
    build();
}

Lab::~Lab()
{
    for (auto *node : {&desk_, &client_, &web2_, &web1_, &lb3_, &lb2_, &lb1_, &switch_})
        node->reset();
    std::error_code ignored;
    if (getenv("TH_LAB_KEEP") == nullptr)
        fs::remove_all(folder_, ignored);
}

void Lab::build()
{
    switch_ = std::make_unique<Node>("switch", Isolation::NetworkOnly, folder_ / "switch");
    recordProcess(folder_, switch_->holder());
    std::ostringstream bridges;
    for (const auto *bridge : {frontBridge, backBridge})
        bridges << "link add " << bridge << " type bridge forward_delay 0 mcast_snooping 0\nlink set " << bridge
                << " up\n";
    switch_->must({"ip", "-batch", "-"}, "link set lo up\n" + bridges.str());

    lb1_ = addHost(options_.lb1, Isolation::Host);
    lb2_ = addHost(options_.lb2, Isolation::Host);
    if (!options_.lb3.address.empty())
        lb3_ = addHost(options_.lb3, Isolation::Host);
    client_ = addHost(options_.client, Isolation::Desk);
    if (options_.web) {
        web1_ = addHost(options_.web1, Isolation::Host);
        web2_ = addHost(options_.web2, Isolation::Host);
    }
    if (options_.deskHost)
        desk_ = addHost(options_.desk, Isolation::Desk);
}

std::unique_ptr<Node> Lab::addHost(const Place &place, Isolation isolation)
{
    auto node = std::make_unique<Node>(place.name, isolation, folder_ / place.name);
    recordProcess(folder_, node->holder());
    node->must({"ip", "link", "set", "lo", "up"});
    if (!place.address.empty())
        connect(*node, place.address, options_.interface, frontBridge, place.name);
    if (!place.back.empty())
        connect(*node, place.back, options_.backInterface, backBridge, place.name + ".b");
    return node;
}

void Lab::connect(Node &node, const std::string &address, const std::string &interface, const std::string &bridge,
                  const std::string &port)
{
    switch_->must({"ip", "-batch", "-"}, "link add " + port + " type veth peer name " + interface + " netns " +
                                             std::to_string(node.holder()) + "\nlink set " + port + " master " +
                                             bridge + " up\n");
    node.must({"ip", "-batch", "-"}, "addr add " + address + "/" + std::to_string(options_.prefixLength) +
                                         " brd + dev " + interface + "\nlink set " + interface + " up\n");
}

Node &Lab::lb3()
{
    return present(lb3_, "a third balancer");
}
Node &Lab::web1()
{
    return present(web1_, "web servers");
}
Node &Lab::web2()
{
    return present(web2_, "web servers");
}
Node &Lab::desk()
{
    return present(desk_, "a desk");
}

std::vector<Node *> Lab::nodes()
{
    std::vector<Node *> all;
    for (auto *node : {&lb1_, &lb2_, &lb3_, &web1_, &web2_, &client_, &desk_}) {
        if (*node)
            all.push_back(node->get());
    }
    return all;
}

void Lab::cut(const Node &node)
{
    switch_->must({"ip", "link", "set", node.name(), "nomaster"});
}

void Lab::mend(const Node &node)
{
    switch_->must({"ip", "link", "set", node.name(), "master", frontBridge});
}

void Lab::unplug(const Node &node)
{
    switch_->must({"ip", "link", "set", node.name(), "down"});
}

void Lab::plug(const Node &node)
{
    switch_->must({"ip", "link", "set", node.name(), "up"});
}

void Lab::loseOneWay(const Node &from, const Node &to)
{
    switch_->must({"nft", "-f", "-"}, std::string("table bridge ") + lossTable +
                                          " { chain forward { type filter hook forward priority 0; iifname \"" +
                                          from.name() + "\" oifname \"" + to.name() + "\" drop; }; }\n");
}

void Lab::loseNothing()
{
    switch_->must({"nft", "flush", "ruleset"});
}

std::string Lab::logs() const
{
    std::string all;
    for (const auto *node : {&lb1_, &lb2_, &lb3_, &web1_, &web2_, &client_, &desk_}) {
        if (*node)
            all += (*node)->logs();
    }
    return all;
}

} // namespace twinhelm::lab
