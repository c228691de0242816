#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/lab/node.h"

namespace twinhelm::lab
{

struct Place {
    std::string name;    ///< host name inside, and name of the port on the switch
    std::string address; ///< on the front network, without prefix length; empty: not there
    std::string back;    ///< on the back network (second interface); empty: not there
};

/// What the lab looks like. Seeds' own configurations run in it unchanged.
struct LabOptions {
    std::string interface = "eth0"; ///< front interface inside every host
    std::string backInterface = "eth1";
    int prefixLength = 24;
    std::string vip = "10.0.0.3";
    Place lb1{"lb01", "10.0.0.5", "172.16.1.5"};
    Place lb2{"lb02", "10.0.0.6", "172.16.1.6"};
    Place lb3{"lb03", "", ""}; ///< a third balancer, where it has an address
    Place web1{"web01", "", "172.16.1.7"};
    Place web2{"web02", "", "172.16.1.8"};
    Place client{"client", "10.0.0.100", ""};
    Place desk{"desk", "10.0.0.101", ""};
    bool web = false;      ///< build web1 and web2
    bool deskHost = false; ///< build the admin's desk

    /// keepalived with nginx: 10.0.0.5 and .6, VIP 10.0.0.3 on eth0, web servers 172.16.1.7 and .8.
    static LabOptions seed000();
    /// Hot standby: 192.168.1.1 and .2, VIP 192.168.1.254 on ens33, no web servers behind.
    static LabOptions seed004();
};

/// Hosts on a bridge in a switch of their own. Names carry the owner's pid and start time, so several labs run side
/// by side; a new lab first removes what owners that died have left.
/// Needs root. Errors: std::runtime_error with one line for a person.
/// Threading: build and destroy on one thread; hosts may be used from several.
class Lab
{
public:
    explicit Lab(LabOptions options = {});
    ~Lab();
    Lab(const Lab &) = delete;
    Lab &operator=(const Lab &) = delete;

    [[nodiscard]] const LabOptions &options() const { return options_; }
    [[nodiscard]] const std::filesystem::path &folder() const { return folder_; }

    Node &lb1() { return *lb1_; }
    Node &lb2() { return *lb2_; }
    Node &lb3();
    Node &client() { return *client_; }
    Node &web1();
    Node &web2();
    Node &desk();
    Node &switchNode() { return *switch_; }
    [[nodiscard]] std::vector<Node *> nodes();

    /// Front link of a host: no frame passes any more, and nobody is told (carrier stays): as if the host died.
    void cut(const Node &node);
    void mend(const Node &node);
    /// Front link of a host loses its carrier, as when the cable is pulled.
    void unplug(const Node &node);
    void plug(const Node &node);
    /// Frames from one host to another are lost on the switch; the other way stays open.
    void loseOneWay(const Node &from, const Node &to);
    void loseNothing();

    /// Every log of every host, for the report of a failed test.
    [[nodiscard]] std::string logs() const;

private:
    void build();
    void connect(Node &node, const std::string &address, const std::string &interface, const std::string &bridge,
                 const std::string &port);
    std::unique_ptr<Node> addHost(const Place &place, Isolation isolation);

    LabOptions options_;
    std::filesystem::path folder_;
    std::unique_ptr<Node> switch_, lb1_, lb2_, lb3_, web1_, web2_, client_, desk_;
};

/// Why no lab can be built here, in one line; empty: it can.
std::string whyNoLab();

} // namespace twinhelm::lab
