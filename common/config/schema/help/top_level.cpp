#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about the blocks and keywords outside any block.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph topLevelRows[] = {
    {"linkbeat_use_polling", TH_HELP("schema",
     "Asks each network card for its link state at short intervals instead of trusting the kernel's "
     "messages. Only very old drivers need it; it costs wake-ups on every interface, and builds without "
     "linkbeat support ignore it. To poll a single interface, list it in linkbeat_interfaces.")},
    {"net_namespace", TH_HELP("schema",
     "The daemon enters this network namespace before it opens a single socket, so interfaces, addresses "
     "and virtual servers are those of the namespace. Use it to run separate balancers on one machine. "
     "Create the namespace before the daemon starts; a reload cannot change it, and its pid files move to a "
     "folder of their own.")},
    {"net_namespace_ipvs", TH_HELP("schema",
     "Virtual servers and their health checks live in this namespace while VRRP stays in the other. Without "
     "a name the default namespace is meant. It helps where services are balanced inside a container but "
     "the virtual addresses belong to the host; a reload cannot change it.")},
    {"namespace_with_ipsets", TH_HELP("schema",
     "Lets firewall sets be used together with net_namespace. Kernels before 3.13 kept one set of names for "
     "all namespaces, so two daemons would have overwritten each other's; on anything newer you need not "
     "write it.")},
    {"use_pid_dir", TH_HELP("schema",
     "Puts the pid files into a folder below /run instead of /run itself. Service managers and scripts that "
     "look for the old file name will not find it, so change them together. It is on by itself as soon as "
     "net_namespace or instance is given.")},
    {"instance", TH_HELP("schema",
     "Distinguishes several daemons on one machine: the name becomes part of the pid files and, if asked "
     "for, of the dump files. Give each daemon its own. The first one in the file counts, and only a "
     "restart changes it.")},
    {"child_wait_time", TH_HELP("schema",
     "When the daemon stops it waits this long for its child processes to take the addresses off and say "
     "goodbye, and then kills them. Make it longer when thousands of addresses or slow notify scripts need "
     "more time. If it is too short, addresses stay behind on this node while the other one already has "
     "them.")},
    {"global_defs", TH_HELP("schema",
     "Holds what is true for the whole node: its name in mails, who gets them, the user scripts run as, and "
     "defaults for all instances. It may stand several times; a later value replaces an earlier one. "
     "Settings written here do not override what an instance says itself.")},
    {"track_group", TH_HELP("schema",
     "Names instances whose fixed addresses, routes and rules belong together, so that they are put back "
     "together when an interface comes back. You need it only if static entries on an interface must be "
     "restored before an instance there can work.")},
    {"static_ipaddress", TH_HELP("schema",
     "Addresses that this node keeps whatever its role, set when the daemon starts and removed when it "
     "stops. Your distribution's network configuration is usually the better place. Every line needs a "
     "device, its own or default_interface; never put a virtual address here, or both nodes will answer for "
     "it.")},
    {"static_routes", TH_HELP("schema",
     "Routes that this node keeps whatever its role. Useful when a route must exist exactly as long as the "
     "daemon runs; otherwise leave it to the system's network configuration. If such a route vanishes, an "
     "instance on that interface can go to FAULT unless the line says no_track.")},
    {"static_rules", TH_HELP("schema",
     "Policy routing rules that this node keeps whatever its role, for instance to answer from a second "
     "uplink. Write a preference on every line: without one a number is chosen for you and an error is "
     "reported.")},
    {"vrrp_sync_group", TH_HELP("schema",
     "The instances listed inside move as one: if a single one fails, all of them leave this node. It is "
     "what a firewall or NAT balancer with an inside and an outside address needs, so that both sides are "
     "never on different nodes. Give all members the same priority and preemption, or they pull the group "
     "in two directions.")},
    {"garp_group", TH_HELP("schema",
     "Spreads gratuitous ARP and neighbour advertisements over time, for one interface or several together. "
     "Switches and routers that drop such packets when hundreds arrive at once need it. The gap multiplies "
     "with the number of addresses: 1,000 addresses with 10 ms between them take 10 seconds to announce.")},
    {"linkbeat_interfaces", TH_HELP("schema",
     "Lists interfaces whose link is polled, with the method if the automatic one fails. Needed only for "
     "drivers that do not tell the kernel when the cable is pulled. Polling notices a lost link later than "
     "the kernel's own message would.")},
    {"vrrp_instance", TH_HELP("schema",
     "One virtual router: a set of addresses that exactly one node of the cluster holds at any time. It "
     "needs at least an interface and a virtual_router_id, and in practice a priority that differs on each "
     "node. A second instance with the same name is ignored, and all its addresses with it.")},
    {"vrrp_script", TH_HELP("schema",
     "A check of your own, run again and again. By itself it does nothing: an instance has to name it in "
     "track_script. Then a failure either changes the instance's priority by weight or, with weight 0, "
     "takes it out of the election altogether.")},
    {"vrrp_track_process", TH_HELP("schema",
     "Watches whether a program runs, through kernel events and without starting anything, so it is far "
     "cheaper than a script that calls ps. An instance has to name it in track_process. It sees only that "
     "the process exists, not that it answers; for that you want a vrrp_script.")},
    {"track_file", TH_HELP("schema",
     "A file with a whole number that moves the priority of every instance that names it, within a moment "
     "of each change. It is the simplest lever for other tools: echo -100 into the file and the node hands "
     "over. The file has to be on a local file system, since changes on network mounts are not noticed.")},
    {"vrrp_track_file", TH_HELP("schema",
     "The name of track_file before version 2.1.0. It still works in the same way; use the new name unless "
     "nodes with an older keepalived read the same file.")},
    {"interface_up_down_delays", TH_HELP("schema",
     "Lets a link change count only after it has lasted for so long. Use a few seconds of up delay where "
     "switch ports take their time to forward after a link comes up. A down delay is added to the failover "
     "time.")},
    {"bfd_instance", TH_HELP("schema",
     "A BFD session with a neighbour, which notices a dead path in a fraction of a second. Instances name "
     "it in track_bfd, real servers in BFD_CHECK. The neighbour has to run BFD too, and both sides have to "
     "allow such short intervals.")},
    {"SSL", TH_HELP("schema",
     "The certificate and key that HTTPS checks show to the real servers, when these ask for one. There is "
     "one such block for the whole file; a second one replaces the first. It does not make the checks "
     "verify the server's certificate.")},
    {"virtual_server_group", TH_HELP("schema",
     "A named list of addresses, ports or firewall marks that one virtual_server serves together, so that "
     "the real servers are written and checked once. Use it when a site answers on many addresses or ports. "
     "Ranges such as 10.0.0.1-20 count in the last number only.")},
    {"virtual_server", TH_HELP("schema",
     "A service that the kernel balances over real servers: one address and port, a firewall mark, or a "
     "group. Write the protocol, scheduler and method, or defaults are taken with a complaint. Without any "
     "real server and without a sorry server it is dropped. The address itself must also be in a "
     "vrrp_instance, or nobody answers for it.")},
    {"real_server_group", TH_HELP("schema",
     "Known only to very early versions. List the real servers in each virtual_server, or let a "
     "virtual_server_group share them.")},
};

// clang-format on

constinit const std::span<const Paragraph> topLevelHelp = topLevelRows;

} // namespace twinhelm::config::schema
