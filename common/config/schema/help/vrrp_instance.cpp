#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about vrrp_instance, authentication, auth_hmac.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph vrrpInstanceRows[] = {
    {"use_vmac", TH_HELP("schema",
     "Sends from the virtual MAC address 00:00:5e:00:01:VRID through a macvlan interface of its own, so "
     "that the address in the switch's and the clients' tables never changes and no ARP update is needed. "
     "Use it where neighbours ignore gratuitous ARP. The trap: many clouds, hypervisors and switches with "
     "port security drop frames from a second MAC, and then the addresses are unreachable although "
     "everything looks well. Changing it on a running node makes the interface anew.")},
    {"use_vmac_addr", TH_HELP("schema",
     "Addresses that lie on another interface than the instance's own, or are of the other family, get a "
     "virtual MAC there as well. Without it only those on the instance's interface use one.")},
    {"vmac_xmit_base", TH_HELP("schema",
     "With use_vmac, advertisements leave with the real MAC of the base interface while the addresses keep "
     "the virtual one. Try it when a switch learns the virtual MAC on the wrong port. Strict mode refuses "
     "it.")},
    {"use_ipvlan", TH_HELP("schema",
     "Like use_vmac, but the extra interface shares the MAC of the base interface, so that hypervisors "
     "which allow one MAC per port accept it. Clients then depend on gratuitous ARP again. It cannot be "
     "combined with use_vmac.")},
    {"unicast_peer", TH_HELP("schema",
     "Sends advertisements straight to the listed nodes instead of the multicast group; the answer for "
     "clouds and routed networks. Every node lists all the others but not itself, and each entry must be "
     "the address the other one sends from. If two lists do not match, both nodes become master. With an "
     "empty list the instance falls back to multicast.")},
    {"unicast_fault_no_peer", TH_HELP("schema",
     "An instance that asks for unicast but lists nobody goes to FAULT instead of falling back to "
     "multicast. Worth having when the list is filled by a template that may come out empty: a quiet "
     "fallback looks healthy and leaves two masters.")},
    {"check_unicast_src", TH_HELP("schema",
     "Accepts unicast advertisements only from addresses listed in unicast_peer. It keeps a forgotten or "
     "cloned machine out of the election. Before turning it on make sure that the lists are complete on "
     "every node, or a legitimate peer is ignored and both become master.")},
    {"old_unicast_checksum", TH_HELP("schema",
     "Versions up to 1.3.6 computed the checksum of VRRPv3 unicast over IPv4 differently. The old form is "
     "recognised by itself; never keeps it from being tried. Needed only while such an old node is still a "
     "peer, and only builds made for it know the word.")},
    {"native_ipv6", TH_HELP("schema",
     "Makes this an IPv6 instance even when that cannot be told from its addresses. Since the first virtual "
     "address decides the family, you need it only for an instance without addresses.")},
    {"state", TH_HELP("schema",
     "The role in which the instance starts, until the first advertisements have been heard. After that "
     "only priority decides, so MASTER here does not make a node the master and does not keep it so. Write "
     "BACKUP on every node when you use nopreempt; with MASTER, nopreempt does not work. If priority is "
     "missing, MASTER means priority 255.")},
    {"interface", TH_HELP("schema",
     "The network interface advertisements are sent and heard on, and where the virtual addresses go unless "
     "they name another. If its link goes down, the instance goes to FAULT. A name that does not exist "
     "stops the whole VRRP process, also at reload, unless dynamic_interfaces is on. It may differ from "
     "node to node.")},
    {"vrf", TH_HELP("schema",
     "Lets a unicast instance work inside this VRF without naming an interface. Use it where the path to "
     "the peer may leave through several interfaces of the VRF.")},
    {"dont_track_primary", TH_HELP("schema",
     "The instance stays in its role although the link of its own interface is down. Right for a cable that "
     "runs directly between two nodes, where one node's reboot takes the link down for both. Anywhere else "
     "it leaves the addresses on a node that nobody can reach.")},
    {"track_interface", TH_HELP("schema",
     "Further interfaces that this instance needs, for instance the one towards the real servers. Without a "
     "weight a lost link means FAULT and the addresses move; with a weight the priority changes instead, "
     "and you have to make sure that the change is larger than the difference between the nodes. The "
     "instance's own interface is watched in any case.")},
    {"track_script", TH_HELP("schema",
     "Names the vrrp_script blocks whose results count here, each with a weight of its own if you want "
     "another one. With weight 0 a failure takes this node out of the election. With any other weight a "
     "failover happens only if the changed priority drops below the other node's: 150 with weight -20 never "
     "falls below 100.")},
    {"track_file", TH_HELP("schema",
     "Names the track_file blocks whose numbers count here. The number in the file times the weight is "
     "added to the priority; at -254 and less the instance goes to FAULT. A missing file counts as 0.")},
    {"track_process", TH_HELP("schema",
     "Names the vrrp_track_process blocks that count here. With weight 0 a missing process takes this node "
     "out of the election; otherwise the priority changes. Mind that a restart of the program is also a "
     "short absence: give the process a terminate_delay longer than that.")},
    {"track_bfd", TH_HELP("schema",
     "Names the BFD sessions that count here. With weight 0 a session that is down means FAULT at once; "
     "otherwise the priority changes. Sessions start down, so expect the effect right after the daemon "
     "starts too.")},
    {"mcast_src_ip", TH_HELP("schema",
     "Source address of multicast advertisements; otherwise the interface's first address is taken. When "
     "two nodes have the same priority the higher source address wins, so this can decide an election. It "
     "is kept in the same place as unicast_src_ip: the last one in the block counts.")},
    {"unicast_src_ip", TH_HELP("schema",
     "Source address of unicast advertisements. Write it whenever unicast_peer is used: peers compare it "
     "with their own lists, and if the interface has several addresses the one picked by itself may be "
     "another after a reboot. It must exist on this node, and it is different on each.")},
    {"mcast_dst_ip", TH_HELP("schema",
     "A multicast group for this instance alone, so that virtual routers with the same number can live side "
     "by side. It has to be the same on all nodes; routers of other makes will not listen on it.")},
    {"track_src_ip", TH_HELP("schema",
     "The instance goes to FAULT while the source address given for its advertisements is missing on this "
     "node. Without it, the daemon cannot send and the peer takes over while this node may still believe it "
     "is master.")},
    {"virtual_router_id", TH_HELP("schema",
     "The number that ties the nodes of one virtual router together: the same on all of them, and used by "
     "nobody else on the network segment. When two clusters share a number they fight, with log lines about "
     "wrong passwords or address lists; that is the first thing to look for when masters flap after a new "
     "installation. Two instances with the same number on one interface stop the VRRP process.")},
    {"unicast_ttl", TH_HELP("schema",
     "Time to live of outgoing unicast packets. 255 lets a peer with min_ttl verify that nothing has been "
     "routed from afar. Lower it only to keep advertisements from leaving your network.")},
    {"version", TH_HELP("schema",
     "VRRP version of this instance. Version 3 can advertise faster than once a second and does IPv6; "
     "version 2 has passwords. All nodes need the same: a node drops the other version's packets, so a "
     "difference means two masters. Change all nodes in one go.")},
    {"priority", TH_HELP("schema",
     "The node with the highest number becomes master; a common pair has 150 and 100. Give every node "
     "another number, since with equal ones the higher source address wins. The weights of tracked things "
     "are added, within 1 to 254. 255 is for a router that owns the address itself: it takes over at once, "
     "and no tracking can ever lower it.")},
    {"advert_int", TH_HELP("schema",
     "How often the master announces itself. A backup takes over when it has missed three announcements, so "
     "1 means about 3.6 seconds without service; version 3 goes down to 0.01. All nodes need the same "
     "value: in version 2 a different one makes each node ignore the other, and both become master. Below "
     "0.1 make sure that the processes are not held up by load, or you fail over for nothing.")},
    {"virtual_ipaddress", TH_HELP("schema",
     "The addresses that move with this instance, one per line, with prefix length, device and label if you "
     "like. The list should be the same on every node. The first one decides between IPv4 and IPv6; "
     "addresses of the other family belong in virtual_ipaddress_excluded. Without a prefix length it is a "
     "/32 or /128, which is usually right for a service but not for a gateway.")},
    {"virtual_ipaddress_excluded", TH_HELP("schema",
     "Addresses that move along but are not named in the advertisements. Use it when there are too many for "
     "one packet, or to carry IPv6 addresses with an IPv4 instance. The nodes do not compare these lists, "
     "so a forgotten line on one node goes unnoticed until the failover.")},
    {"no_virtual_ipaddress", TH_HELP("schema",
     "Says that an instance without addresses is meant so: it runs the election for its scripts, routes or "
     "sync group only. Without this word, version 3 refuses such an instance.")},
    {"promote_secondaries", TH_HELP("schema",
     "Sets the kernel switch by which secondary addresses survive when the primary one of their subnet is "
     "removed. Without it, removing one virtual address can take others of the same subnet with it.")},
    {"linkbeat_use_polling", TH_HELP("schema",
     "Polls the link of this instance's interface. Replaced by the block linkbeat_interfaces, which says "
     "the same for an interface.")},
    {"v3_checksum_as_v2", TH_HELP("schema",
     "Leaves the pseudo header out of the checksum of VRRPv3 over IPv4, as some routers do. Turn it on only "
     "when the log of one side shows checksum errors, and then for every node of this virtual router.")},
    {"virtual_routes", TH_HELP("schema",
     "Routes that are set when this node becomes master and removed when it stops being it, for instance a "
     "default route through a provider that only the master uses. A route that is removed by others puts "
     "the instance into FAULT, unless its line says no_track. The order counts: a route whose gateway is "
     "reached through another one comes after it.")},
    {"virtual_rules", TH_HELP("schema",
     "Policy routing rules that exist only on the master. Write a preference on each line, otherwise one is "
     "chosen and reported as an error. Usually they come together with virtual_routes into a table of its "
     "own.")},
    {"accept", TH_HELP("schema",
     "A master answers packets to the virtual addresses. That is what happens anyway, unless strict mode is "
     "on; you write it to have services on the addresses in strict mode with version 3.")},
    {"no_accept", TH_HELP("schema",
     "The firewall drops what is sent to the virtual addresses on the master itself; it only forwards. "
     "Right for a pure router, wrong for a balancer with services on the address: clients get no answer, "
     "not even to ping, while the state looks perfect.")},
    {"skip_check_adv_addr", TH_HELP("schema",
     "Compares the address list of an advertisement only when it comes from another master than the one "
     "before. It saves time with hundreds of addresses. In keepalived any argument turns it on, even false; "
     "leave the word out if you do not want it.")},
    {"strict_mode", TH_HELP("schema",
     "Holds this instance to the RFC: no passwords, no unicast on an interface with multicast, MASTER only "
     "with priority 255, and the addresses refuse packets unless the node owns them. That last point "
     "surprises most people: ping stops answering. Use it only when another make of router needs it, and "
     "read the log after turning it on.")},
    {"preempt", TH_HELP("schema",
     "Takes over from a master with a lower priority. This is the default; the word exists for old files.")},
    {"nopreempt", TH_HELP("schema",
     "A node that comes back stays backup as long as somebody else is master, even with a higher priority, "
     "which spares the second interruption. Write it with state BACKUP on every node; with state MASTER or "
     "priority 255 it is ignored with an error. It does not protect against both daemons being restarted, "
     "and a tracked weight can no longer move the address back or forth.")},
    {"preempt_delay", TH_HELP("schema",
     "A node with the higher priority waits this long before it takes over from a working master, so that "
     "routing and services can settle after a boot. It needs state BACKUP and has no effect with nopreempt. "
     "A dead master is replaced at once, whatever stands here.")},
    {"debug", TH_HELP("schema",
     "Level of detail in the log, read by old versions. Accepted, with next to no effect.")},
    {"notify_backup", TH_HELP("schema",
     "Command run when this instance becomes backup, also at the start. It is given nothing but the "
     "arguments you write. Nobody waits for it, so two quick changes may run two scripts at once.")},
    {"notify_master", TH_HELP("schema",
     "Command run when this instance becomes master, after the addresses are set. Typical uses are starting "
     "a service or telling a cloud to move a route. Nobody waits for it: if it fails, the node stays master.")},
    {"notify_fault", TH_HELP("schema",
     "Command run when this instance goes to FAULT: link lost, script failed or configuration unusable. The "
     "node has given its addresses up by then.")},
    {"notify_stop", TH_HELP("schema",
     "Command run when the daemon stops. It has about a second; what takes longer may be cut off.")},
    {"notify_deleted", TH_HELP("schema",
     "Command run when a reload removes this instance. As a bare word it only makes the general notify "
     "command hear DELETED instead of FAULT.")},
    {"notify", TH_HELP("schema",
     "Command run at every change of state; it is given INSTANCE, the name, the new state and the priority "
     "behind your own arguments. One script for all states is easier to keep right than four. Quote the "
     "command if it has arguments of its own, or they are taken for a user and a group.")},
    {"notify_master_rx_lower_pri", TH_HELP("schema",
     "Command run when this master hears somebody with a lower priority who also believes to be master. It "
     "is a sign of a divided network or of two lists of peers that do not match. It may run once per second "
     "as long as that lasts.")},
    {"smtp_alert", TH_HELP("schema",
     "Sends a mail at each change of this instance, with the server and addresses of global_defs. Mails "
     "have no retry queue: if the server cannot be reached, for instance because this very failover cut it "
     "off, the mail is lost.")},
    {"notify_priority_changes", TH_HELP("schema",
     "Writes a line into the notify pipe whenever tracked things change the priority, even if the role "
     "stays. Handy for graphs; with weights on flapping checks it can be a lot of lines.")},
    {"lvs_sync_daemon_interface", TH_HELP("schema",
     "Copies IPVS connections to the other node over this interface. Replaced by lvs_sync_daemon in "
     "global_defs, which names the interface and the instance in one line.")},
    {"garp_master_delay", TH_HELP("schema",
     "Seconds between the first announcements after becoming master and a second burst, for switches that "
     "were not ready yet. 0 leaves the second burst out. Lengthen it when a spanning tree takes its time "
     "after the failover.")},
    {"garp_master_refresh", TH_HELP("schema",
     "Repeats the announcements at this interval as long as the node is master; 0 never. Use 60 or so when "
     "some router forgets or keeps the wrong MAC, for instance after its own restart. With many addresses "
     "each refresh is a burst.")},
    {"garp_master_repeat", TH_HELP("schema",
     "How many announcements go out for each address in one burst. The default of 5 is plenty on a healthy "
     "network; fewer help when thousands of addresses make the burst too large.")},
    {"garp_master_refresh_repeat", TH_HELP("schema",
     "How many announcements for each address at every refresh. It counts only with garp_master_refresh.")},
    {"garp_lower_prio_delay", TH_HELP("schema",
     "Seconds until a second burst after a master with lower priority was heard. That one may have spoilt "
     "the tables of the switches, and this mends them.")},
    {"garp_lower_prio_repeat", TH_HELP("schema",
     "How many announcements for each address after a master with lower priority was heard. 0 sends none, "
     "which leaves clients on the wrong node until their tables expire.")},
    {"down_timer_adverts", TH_HELP("schema",
     "After so many missed advertisements a backup takes over; 3 by default. More make the cluster patient "
     "with a lossy or overloaded network, at the price of a longer outage. Use the same on all nodes, and "
     "prefer it to a longer advert_int when advertisements are lost now and then.")},
    {"timer_expired_backup", TH_HELP("schema",
     "If this master finds that it was stopped so long that the others must have taken over, because of a "
     "paused virtual machine or an overload, it steps back instead of fighting for the address. The number "
     "is the priority it assumes of the others. It needs nopreempt.")},
    {"thread_timer_expired", TH_HELP("schema",
     "The name by which the release notes of one version called timer_expired_backup. It does the same.")},
    {"garp_extra_if", TH_HELP("schema",
     "With use_vmac, repeats announcements through the base interface, or through all VMACs with the word "
     "all, at this interval in seconds. Needed when a bridge or switch forgets on which port the virtual "
     "MAC lives; 0 turns it off here.")},
    {"vmac_garp_intvl", TH_HELP("schema",
     "The name of garp_extra_if before version 2.2.3, with the same arguments.")},
    {"lower_prio_no_advert", TH_HELP("schema",
     "A master that hears a lower priority does not answer with an advertisement of its own. The RFC wants "
     "it so; by default the answer is sent, which ends a quarrel faster.")},
    {"higher_prio_send_advert", TH_HELP("schema",
     "A master that hears a higher priority answers once more before it steps back. So the new master "
     "learns of it and repairs the tables of the switches sooner.")},
    {"owner_ignore_adverts", TH_HELP("schema",
     "With priority 255, ignores every advertisement of the others, as the RFC says an owner may. Two "
     "owners on one segment will then never notice each other. In keepalived an explicit false has no "
     "effect with priority 255.")},
    {"kernel_rx_buf_size", TH_HELP("schema",
     "Size in bytes of the receive buffer for advertisements of this instance. Raise it when the kernel's "
     "counters show dropped packets on a node with very many instances; the system's limit may cap it.")},
    {"authentication", TH_HELP("schema",
     "A password in VRRPv2 advertisements. It keeps a wrongly configured machine out, not an attacker, "
     "since it travels in plain text. All nodes need the same; version 3 has none, and strict mode throws "
     "it away.")},
    {"auth_hmac", TH_HELP("schema",
     "Signs VRRPv3 advertisements with a key that all nodes share, against forged packets. Bring it in with "
     "mode permissive on every node first and switch to enforce when all of them sign. If active_key is "
     "missing the whole block is off and packets travel unsigned. Only version 2.4.0 and later know it.")},
    {"sync_instance", TH_HELP("schema",
     "Tied two instances together in the earliest versions. A vrrp_sync_group with both of them does it "
     "today.")},
};

static constexpr Paragraph authenticationRows[] = {
    {"auth_type", TH_HELP("schema",
     "PASS puts the password into each advertisement, readable by everybody on the segment; AH puts a keyed "
     "checksum there instead. Use PASS unless your other nodes say AH, which does not work with IPv6 or "
     "version 3 and is not carried by every network. A different type on one node means two masters.")},
    {"auth_pass", TH_HELP("schema",
     "The shared password; only the first eight bytes count, and the rest is cut off with an error. If the "
     "two nodes differ, each drops the other's advertisements and both become master. Choose another one "
     "for each virtual_router_id, so that mixed-up numbers show.")},
};

static constexpr Paragraph authHmacRows[] = {
    {"key", TH_HELP("schema",
     "One key with its number, written as text, as hex: or as file: with a path, of 32 to 64 bytes. Several "
     "keys may stand side by side: add the new one on all nodes, then change active_key, then remove the "
     "old one. A key file that others can read is reported as a security error.")},
    {"active_key", TH_HELP("schema",
     "Number of the key this node signs with. Without it, or if no such key exists, the extension is "
     "switched off and packets are sent unsigned; there is only a configuration error to tell you.")},
    {"time_window", TH_HELP("schema",
     "How many seconds the clocks of two nodes may differ before a packet counts as a replay. Keep the "
     "clocks synchronised rather than making the window large.")},
    {"anti_replay", TH_HELP("schema",
     "How a recorded and repeated packet is recognised: time compares the clocks, monotonic remembers the "
     "last counter of each sender. Take monotonic where clocks cannot be trusted.")},
    {"mode", TH_HELP("schema",
     "enforce accepts signed packets only; permissive accepts both; receive-only checks but sends unsigned. "
     "Roll out with permissive, finish with enforce. A node that enforces while another does not sign yet "
     "will not see it, and both become master.")},
};

// clang-format on

constinit const std::span<const Paragraph> vrrpInstanceHelp = vrrpInstanceRows;
constinit const std::span<const Paragraph> authenticationHelp = authenticationRows;
constinit const std::span<const Paragraph> authHmacHelp = authHmacRows;

} // namespace twinhelm::config::schema
