#include "tests/lab/ipvs_configs.h"

namespace twinhelm::lab
{

namespace
{

constexpr auto twoServers = "real_server 10.1.0.7 80 {\n}\nreal_server 10.1.0.8 80 {\nweight 3\n}\n";
constexpr auto twoServersOfV6 = "real_server fd01::7 80 {\n}\nreal_server fd01::8 80 {\nweight 3\n}\n";

std::string service(const std::string &what, const std::string &options, const std::string &servers = twoServers)
{
    return "virtual_server " + what + " {\n" + options + "\n" + servers + "}\n";
}

std::string tcp(const std::string &what, const std::string &options, const std::string &servers = twoServers)
{
    return service(what, "protocol TCP\n" + options, servers);
}

std::string everyScheduler()
{
    std::string out;
    int number = 1;
    for (const auto *name : {"rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh"}) {
        const auto address = "10.0.0." + std::to_string(number++);
        out += tcp(address + " 80", "lb_kind NAT\nlb_algo " + std::string(name));
    }
    return out;
}

std::string schedulerFlags()
{
    std::string out;
    int number = 1;
    for (const auto *options :
         {"lb_algo sh\nsh-port", "lb_algo sh\nsh-fallback", "lb_algo sh\nsh-port\nsh-fallback", "lb_algo mh\nmh-port",
          "lb_algo mh\nmh-fallback", "lb_algo wrr\nflag-1", "lb_algo wrr\nflag-2", "lb_algo wrr\nflag-3"})
        out += tcp("10.0.0." + std::to_string(number++) + " 80", "lb_kind NAT\n" + std::string(options));
    return out;
}

std::string tunnels()
{
    std::string out;
    int number = 1;
    for (const auto *kind :
         {"TUN", "TUN type ipip", "TUN type gre", "TUN type gre nocsum", "TUN type gre csum", "TUN type gue port 6080",
          "TUN type gue port 6080 nocsum", "TUN type gue port 6080 csum", "TUN type gue port 6080 remcsum"})
        out += tcp("10.0.0." + std::to_string(number++) + " 80", "lb_algo rr\nlb_kind " + std::string(kind));
    return out;
}

std::string group(const std::string &entries, const std::string &options, const std::string &servers = twoServers)
{
    return "virtual_server_group ALL {\n" + entries + "\n}\n" + service("group ALL", options, servers);
}

std::string live(const std::string &algorithm, const std::string &servers)
{
    return tcp("10.77.0.100 80", "lb_kind DR\nlb_algo " + algorithm, servers);
}

/// Both real servers by tunnels.
std::string liveTunnel(const std::string &address, const std::string &kind)
{
    return tcp(address + " 80", "lb_algo rr\nlb_kind TUN type " + kind,
               "real_server 10.77.0.3 80 {\n}\nreal_server 10.77.0.4 80 {\n}\n");
}

std::string liveServer(int number, int weight)
{
    return "real_server 10.77.0." + std::to_string(number + 2) + " 80 {\nweight " + std::to_string(weight) + "\n}\n";
}

} // namespace

NamedConfigs ipvsConfigs()
{
    return {
        {"schedulers", everyScheduler()},
        {"scheduler-flags", schedulerFlags()},
        {"nat", tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT",
                    "real_server 10.1.0.7 8080 {\n}\nreal_server 10.1.0.7 8081 {\n}\nreal_server 10.1.0.8 {\n}\n")},
        {"direct",
         tcp("10.0.0.3 80", "lb_algo rr\nlb_kind DR", "real_server 10.1.0.7 80 {\n}\nreal_server 10.1.0.8 {\n}\n")},
        {"each-its-way", tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT",
                             "real_server 10.1.0.7 8080 {\n}\nreal_server 10.1.0.8 80 {\nlvs_method DR\n}\n"
                             "real_server 10.1.0.9 80 {\nlvs_method TUN\n}\n")},
        {"tunnels", tunnels()},
        {"ipv6", tcp("fd00::3 80", "lb_algo rr\nlb_kind NAT", twoServersOfV6) +
                     tcp("fd00::4 80", "lb_algo rr\nlb_kind DR", twoServersOfV6) +
                     tcp("fd00::5 80", "lb_algo rr\nlb_kind TUN", twoServersOfV6)},
        {"other-family",
         tcp("10.0.0.3 80", "lb_algo rr\nlb_kind TUN", twoServersOfV6) + tcp("fd00::3 80", "lb_algo rr\nlb_kind TUN")},
        {"udp", service("10.0.0.3 53", "protocol UDP\nlb_algo rr\nlb_kind NAT",
                        "real_server 10.1.0.7 53 {\n}\nreal_server 10.1.0.8 5353 {\n}\n")},
        {"one-packet",
         service("10.0.0.3 53", "protocol UDP\nops\nlb_algo rr\nlb_kind NAT", "real_server 10.1.0.7 53 {\n}\n")},
        {"sctp",
         service("10.0.0.3 3868", "protocol SCTP\nlb_algo wlc\nlb_kind NAT", "real_server 10.1.0.7 3868 {\n}\n")},
        {"mark", service("fwmark 5", "lb_algo rr\nlb_kind NAT", "real_server 10.1.0.7 8080 {\n}\n") +
                     service("fwmark 6", "lb_algo rr\nlb_kind DR")},
        {"mark-of-ipv6", service("fwmark 5", "ip_family inet6\nlb_algo rr\nlb_kind DR", twoServersOfV6) +
                             service("fwmark 4294967295", "lb_algo rr\nlb_kind NAT", twoServersOfV6)},
        {"persistence", tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT\npersistence_timeout 600") +
                            tcp("10.0.0.4 80", "lb_algo rr\nlb_kind NAT\npersistence_timeout")},
        {"persistence-mask",
         tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT\npersistence_timeout 600\npersistence_granularity 255.255.255.0") +
             tcp("10.0.0.4 80", "lb_algo rr\nlb_kind NAT\npersistence_timeout 600\npersistence_granularity 255.0.0.0") +
             tcp("fd00::3 80", "lb_algo rr\nlb_kind NAT\npersistence_timeout 60\npersistence_granularity 64",
                 twoServersOfV6)},
        {"persistence-engine", service("10.0.0.3 5060",
                                       "protocol UDP\nlb_algo rr\nlb_kind NAT\npersistence_timeout 600\n"
                                       "persistence_engine sip",
                                       "real_server 10.1.0.7 5060 {\n}\n")},
        {"every-port", tcp("10.0.0.3 0", "lb_algo rr\nlb_kind DR", "real_server 10.1.0.7 0 {\n}\n")},
        {"thresholds", tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT",
                           "real_server 10.1.0.7 80 {\nuthreshold 100\nlthreshold 80\n}\n"
                           "real_server 10.1.0.8 80 {\nuthreshold 4294967295\n}\n")},
        {"weights", tcp("10.0.0.3 80", "lb_algo wrr\nlb_kind NAT",
                        "real_server 10.1.0.7 80 {\nweight 0\n}\nreal_server 10.1.0.8 80 {\nweight 1\n}\n"
                        "real_server 10.1.0.9 80 {\nweight 65535\n}\nreal_server 10.1.0.10 80 {\nweight 65534\n}\n")},
        {"group", group("10.0.0.3 80\n10.0.0.9 443\nfwmark 7", "protocol TCP\nlb_algo rr\nlb_kind NAT")},
        {"group-range", group("10.0.0.250-255 80", "protocol TCP\nlb_algo rr\nlb_kind DR")},
        {"group-range-of-ipv6", group("fd00::fffe-ffff 80", "protocol TCP\nlb_algo rr\nlb_kind DR", twoServersOfV6)},
        {"group-of-udp", group("10.0.0.3 53\n10.0.0.4 5353", "protocol UDP\nlb_algo rr\nlb_kind DR\n"
                                                             "persistence_timeout 120")},
        {"two-services-one-server", tcp("10.0.0.3 80", "lb_algo rr\nlb_kind NAT") +
                                        tcp("10.0.0.3 443", "lb_algo wlc\nlb_kind NAT") +
                                        service("10.0.0.3 80", "protocol UDP\nlb_algo rr\nlb_kind NAT")},
        {"web-cluster",
         tcp("192.168.1.100 80", "delay_loop 6\nlb_algo rr\nlb_kind DR\npersistence_timeout 50",
             "real_server 192.168.1.13 80 {\nweight 1\n}\nreal_server 192.168.1.14 80 {\nweight 1\n}\n")},
    };
}

NamedConfigs liveConfigs()
{
    const auto both = live("rr", liveServer(1, 1) + liveServer(2, 1));
    return {
        {"first", both},
        {"weight-rs1", live("rr", liveServer(1, 5) + liveServer(2, 1))},
        {"weight-rs2", live("rr", liveServer(1, 1) + liveServer(2, 5))},
        {"scheduler", live("wrr", liveServer(1, 1) + liveServer(2, 1))},
        {"without-rs1", live("wrr", liveServer(2, 1))},
        {"without-rs2", live("wrr", liveServer(1, 1))},
        {"only-rs1", live("wrr", liveServer(1, 1) + liveServer(2, 0))},
        {"only-rs2", live("wrr", liveServer(1, 0) + liveServer(2, 1))},
        {"tunnels", both + liveTunnel("10.77.0.110", "ipip") + liveTunnel("10.77.0.111", "gre") +
                        liveTunnel("10.77.0.112", "gue port 6080")},
        {"captured", both +
                         tcp("10.77.0.103 443",
                             "lb_algo sh\nsh-port\nlb_kind NAT\npersistence_timeout 300\n"
                             "persistence_granularity 255.255.255.0",
                             "real_server 10.77.0.3 8443 {\nweight 5\nuthreshold 100\nlthreshold 80\n}\n") +
                         tcp("fd00::3 80", "lb_algo rr\nlb_kind TUN type gue port 6080 remcsum", twoServersOfV6) +
                         service("fwmark 7", "lb_algo wrr\nlb_kind DR")},
        {"sync", "global_defs {\nlvs_sync_daemon eth0 VI_1 id 51 maxlen 1400 port 9000 ttl 2 group 224.0.0.90\n}\n"
                 "vrrp_instance VI_1 {\ninterface eth0\nvirtual_router_id 51\npriority 100\n"
                 "virtual_ipaddress {\n10.77.0.100\n}\n}\n"},
        {"timeouts", "global_defs {\nlvs_timeouts tcp 700 tcpfin 60\n}\n"},
        {"refused", both + tcp("10.77.0.101 80", "lb_algo twos\nlb_kind DR") +
                        tcp("10.77.0.102 80", "lb_algo rr\nlb_kind DR", "real_server 224.0.0.1 80 {\n}\n")},
        {"empty", ""},
    };
}

std::string largeIpvsConfig(int services, int destinations)
{
    // Checked, as real ones are, but not while the table is filled.
    const std::string check = "TCP_CHECK {\nconnect_timeout 3\n}\n";
    std::string out;
    for (int i = 0; i < services; ++i) {
        const auto place = std::to_string(i / 250) + '.' + std::to_string(1 + i % 250);
        std::string servers;
        for (int k = 0; k < destinations; ++k)
            servers += "real_server 10." + std::to_string(1 + k) + '.' + place + " 80 {\n" + check + "}\n";
        out += tcp("172.16." + place + " 80", "delay_loop 100000\nlb_algo wlc\nlb_kind NAT", servers);
    }
    return out;
}

} // namespace twinhelm::lab
