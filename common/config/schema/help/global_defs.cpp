#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about global_defs.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph globalDefsRows[] = {
    {"process_names", TH_HELP("schema",
     "Gives the child processes names of their own, so that ps and top tell VRRP, checker and BFD apart. "
     "Process monitors that look for the common name will not find them any more.")},
    {"process_name", TH_HELP("schema",
     "Name of the parent process in ps and top, for machines with several daemons. The kernel shows 15 "
     "characters and the rest is cut off.")},
    {"vrrp_process_name", TH_HELP("schema",
     "Name of the VRRP process in ps and top; 15 characters count. A service that another node tracks by "
     "this name has to follow the change.")},
    {"checker_process_name", TH_HELP("schema",
     "Name of the process that does the health checks, in ps and top; 15 characters count.")},
    {"lvs_process_name", TH_HELP("schema",
     "The name of checker_process_name before version 2.2.0.")},
    {"bfd_process_name", TH_HELP("schema",
     "Name of the BFD process in ps and top; 15 characters count.")},
    {"use_symlink_paths", TH_HELP("schema",
     "Runs scripts by the path as it is written. Otherwise symbolic links are resolved once when the file "
     "is read, so that swapping a link later, as package alternatives do, changes nothing until the next "
     "reload.")},
    {"set_supplementary_groups", TH_HELP("schema",
     "Scripts also belong to the further groups of the user they run as, not only to the main one. Turn it "
     "on when a script may read a file by hand but not when the daemon runs it.")},
    {"router_id", TH_HELP("schema",
     "The name of this node in mails and dumps; the host name unless you write it. It plays no part in the "
     "election. Different on each node, or nobody can tell from a mail which one has failed over.")},
    {"notification_email_from", TH_HELP("schema",
     "Sender of the mails about state changes. Many mail servers refuse the default, a user name and the "
     "bare host name; write an address of your own domain.")},
    {"smtp_server", TH_HELP("schema",
     "Mail server for notifications, with its port if that is not 25. There is neither encryption nor a "
     "login, so use a relay on this machine or one that trusts it. A name is resolved once, when the file "
     "is read: if DNS is down just then, no mail is sent later.")},
    {"smtp_helo_name", TH_HELP("schema",
     "Name with which this node greets the mail server. Write it when the server refuses the host name "
     "because it has no domain.")},
    {"smtp_connect_timeout", TH_HELP("schema",
     "Seconds to wait for the mail server before the mail is given up. Nothing else waits for it, so the "
     "default is fine unless the server greets slowly on purpose.")},
    {"notification_email", TH_HELP("schema",
     "Who gets a mail when something changes, one address per line or several in one. Mails are sent only "
     "where smtp_alert is on; without any smtp_alert, for real servers only.")},
    {"smtp_alert", TH_HELP("schema",
     "Sends mails for every kind of change, unless an instance, group or server says otherwise. When it is "
     "written nowhere, only real servers cause mails. A check that flaps at night sends a mail at each "
     "change.")},
    {"startup_script", TH_HELP("schema",
     "Command that is run once and waited for before anything else starts; for loading modules or preparing "
     "interfaces. While it runs no address is served here, so keep it short. It is not run at a reload.")},
    {"startup_script_timeout", TH_HELP("schema",
     "How long startup_script may take before it is killed and the start goes on without it.")},
    {"shutdown_script", TH_HELP("schema",
     "Command that is run once after everything has stopped, to undo what startup_script did. The addresses "
     "have left this node by then.")},
    {"shutdown_script_timeout", TH_HELP("schema",
     "How long shutdown_script may take before it is killed. The service manager's own limit for stopping "
     "must be longer.")},
    {"max_auto_priority", TH_HELP("schema",
     "Lets a process that wakes up late raise itself to real-time priority, up to this number. It is a "
     "cheap protection against false failovers on busy machines: late timers look like lost advertisements "
     "to the other node. Without a number the highest is allowed, 0 is off, and -1 is off without the hint "
     "in the log.")},
    {"min_auto_priority_delay", TH_HELP("schema",
     "How many microseconds late a timer has to be before it is logged and the priority raised. Lower it "
     "when you advertise many times a second.")},
    {"smtp_alert_vrrp", TH_HELP("schema",
     "Like smtp_alert, for instances and sync groups only.")},
    {"smtp_alert_checker", TH_HELP("schema",
     "Like smtp_alert, for real servers only.")},
    {"checker_log_all_failures", TH_HELP("schema",
     "Writes every failed check into the log, also the ones that a retry made good. Useful while hunting a "
     "flaky server; on a large site it fills the log. Each check can set it for itself with "
     "log_all_failures.")},
    {"dynamic_interfaces", TH_HELP("schema",
     "Accepts interfaces that do not exist yet: their instance waits in FAULT until they appear. Without it "
     "a single unknown name stops the whole VRRP process, even at reload, and all addresses with it, so it "
     "is worth having wherever interfaces are made by other tools. allow_if_changes also tolerates an "
     "interface that comes back as another type.")},
    {"no_email_faults", TH_HELP("schema",
     "Sends no mail when an instance goes to FAULT. You will not be told of a lost link, so use it only "
     "when faults are part of daily life.")},
    {"default_interface", TH_HELP("schema",
     "The interface for static addresses that name none. Virtual addresses do not need it: they go on their "
     "instance's interface.")},
    {"disable_local_igmp", TH_HELP("schema",
     "Does not ask the kernel to join the VRRP multicast group; for networks where another program or a "
     "fixed entry in the switch does. If nobody does, a switch with IGMP snooping stops delivering "
     "advertisements and both nodes become master.")},
    {"v3_checksum_as_v2", TH_HELP("schema",
     "Leaves the pseudo header out of the checksum of VRRPv3 over IPv4, for every instance. Some routers "
     "expect it so; nodes that disagree drop each other's packets. In keepalived an argument is not looked "
     "at: the word alone turns it on.")},
    {"lvs_timeouts", TH_HELP("schema",
     "How long the kernel remembers idle TCP connections, TCP connections after FIN, and UDP. It holds for "
     "all virtual servers on this machine. Long timeouts fill the table, short ones cut quiet sessions such "
     "as SSH or databases.")},
    {"lvs_flush", TH_HELP("schema",
     "Removes every IPVS service when the daemon starts, also those that other tools have made. Use it on "
     "machines where this daemon alone balances, to begin cleanly after a crash.")},
    {"lvs_flush_on_stop", TH_HELP("schema",
     "Removes IPVS services when the daemon stops: all of them at once, which is quick with thousands, or "
     "with VS only our own. Services of other tools disappear with the first form.")},
    {"lvs_flush_onstop", TH_HELP("schema",
     "The name of lvs_flush_on_stop up to version 2.1.5.")},
    {"lvs_sync_daemon", TH_HELP("schema",
     "Copies the kernel's balanced connections to the other node, so that sessions survive a failover. It "
     "runs as sender where the named instance is master and as receiver elsewhere. The packets are "
     "multicast and not protected; use an inside interface, and the same id on both nodes.")},
    {"vrrp_mcast_group4", TH_HELP("schema",
     "Multicast group of all IPv4 instances. Change it on all nodes at once: those in different groups do "
     "not hear each other and all become master. Routers of other makes know only 224.0.0.18.")},
    {"vrrp_mcast_group6", TH_HELP("schema",
     "Multicast group of all IPv6 instances. Change it on all nodes at once; routers of other makes know "
     "only ff02::12.")},
    {"vrrp_garp_master_delay", TH_HELP("schema",
     "Seconds between the first announcements after becoming master and a second burst, for all instances; "
     "0 leaves the second burst out. Lengthen it when switch ports take long to forward after a failover.")},
    {"vrrp_garp_master_repeat", TH_HELP("schema",
     "How many announcements go out for each address in one burst. Lower it when a burst for thousands of "
     "addresses overruns a switch, or spread it with vrrp_garp_interval.")},
    {"vrrp_garp_master_refresh", TH_HELP("schema",
     "Repeats the announcements at this interval while a node is master; 0 never. It heals routers that "
     "have kept or learned a wrong MAC. With many addresses, choose minutes rather than seconds.")},
    {"vrrp_garp_master_refresh_repeat", TH_HELP("schema",
     "How many announcements for each address at every refresh. One is enough, since the next refresh comes "
     "anyway.")},
    {"vrrp_garp_lower_prio_delay", TH_HELP("schema",
     "Seconds until a second burst after a master with lower priority was heard. That one may have spoilt "
     "the tables of the switches, and this mends them.")},
    {"vrrp_garp_lower_prio_repeat", TH_HELP("schema",
     "How many announcements for each address after a master with lower priority was heard. 0 sends none, "
     "which leaves clients on the wrong node until their tables expire.")},
    {"vrrp_down_timer_adverts", TH_HELP("schema",
     "After so many missed advertisements a backup takes over. The outage grows with it, the danger of a "
     "needless failover shrinks. Use the same on all nodes.")},
    {"vrrp_garp_interval", TH_HELP("schema",
     "Gap between two gratuitous ARPs on one interface. Without it all of them leave at once, which cheap "
     "switches and some routers do not take. The gap times the number of addresses is how long the last one "
     "waits; 0 is not accepted, leave the word out instead.")},
    {"vrrp_gna_interval", TH_HELP("schema",
     "The same gap for IPv6 neighbour advertisements.")},
    {"vrrp_min_garp", TH_HELP("schema",
     "Announces each address once after a failover and never again. For networks where announcements are "
     "costly and always heard; if that one packet is lost, clients keep the wrong MAC until their tables "
     "expire.")},
    {"vrrp_garp_extra_if", TH_HELP("schema",
     "With use_vmac, repeats announcements through the base interface, or with the word all through every "
     "VMAC, at this interval. It keeps bridges and switches aware of the port behind which a virtual MAC "
     "lives.")},
    {"vrrp_vmac_garp_intvl", TH_HELP("schema",
     "The name of vrrp_garp_extra_if before version 2.2.3.")},
    {"vrrp_lower_prio_no_advert", TH_HELP("schema",
     "Masters do not answer a lower priority with an advertisement of their own. The RFC wants it so; the "
     "answer ends a quarrel faster.")},
    {"vrrp_higher_prio_send_advert", TH_HELP("schema",
     "Masters that hear a higher priority answer once more before they step back. So the new master learns "
     "of them and repairs the tables of the switches sooner.")},
    {"vrrp_version", TH_HELP("schema",
     "VRRP version of all instances that name none. 2 is the default; IPv6 uses 3 in any case. All nodes "
     "need the same, since packets of the other version are dropped and both sides become master.")},
    {"vrrp_iptables", TH_HELP("schema",
     "Uses iptables for what no_accept and strict mode drop, in these chains. The chains must exist. Builds "
     "without iptables take nftables and complain.")},
    {"vrrp_ipsets", TH_HELP("schema",
     "Names of the sets used together with vrrp_iptables; without a name, no sets are used and every "
     "address gets a rule of its own. Needed only when other tools use the default names.")},
    {"nftables", TH_HELP("schema",
     "Name of the nftables table for what no_accept and strict mode drop. The table belongs to the daemon: "
     "do not put rules of your own into it, and do not flush it with your firewall's reload.")},
    {"nftables_priority", TH_HELP("schema",
     "Where the daemon's chains stand among other chains of the same hook; lower comes earlier. Change it "
     "when another firewall's rules have to be asked first.")},
    {"nftables_ifindex", TH_HELP("schema",
     "Matches link-local addresses by the number of an interface instead of its name, which survives "
     "renaming but not making it anew.")},
    {"vrrp_check_unicast_src", TH_HELP("schema",
     "Accepts unicast advertisements from listed peers only, in all instances. Complete the lists on all "
     "nodes first, or a legitimate peer is ignored and both become master.")},
    {"vrrp_skip_check_adv_addr", TH_HELP("schema",
     "Compares the address list of an advertisement only when the master has changed. It saves time with "
     "hundreds of addresses per instance, and hides nothing but a change made while the master stays.")},
    {"vrrp_strict", TH_HELP("schema",
     "Holds every instance to the RFC. Passwords are dropped, unicast is refused, MASTER needs priority "
     "255, and the addresses do not even answer ping. Copied from many sample files without need; unless "
     "you must follow the RFC, leave it out.")},
    {"vrrp_priority", TH_HELP("schema",
     "Nice value of the VRRP process; negative gets more of the processor. max_auto_priority is the better "
     "protection, since it acts only when needed.")},
    {"vrrp_no_swap", TH_HELP("schema",
     "Keeps the VRRP process in memory, so that a machine that swaps does not lose its addresses.")},
    {"vrrp_rt_priority", TH_HELP("schema",
     "Runs the VRRP process with real-time priority from the start. It keeps advertisements on time under "
     "any load, and a process gone wild could then starve the machine; the limit is set by "
     "vrrp_rlimit_rttime.")},
    {"vrrp_cpu_affinity", TH_HELP("schema",
     "The processors on which the VRRP process may run, by number. For machines with processors set apart "
     "for it; a number that does not exist is an error.")},
    {"vrrp_rlimit_rttime", TH_HELP("schema",
     "How many microseconds the VRRP process may run at real-time priority without a pause before the "
     "kernel steps in.")},
    {"vrrp_rlimit_rtime", TH_HELP("schema",
     "A misspelt older name of vrrp_rlimit_rttime.")},
    {"checker_priority", TH_HELP("schema",
     "Nice value of the checker process; negative gets more of the processor.")},
    {"checker_no_swap", TH_HELP("schema",
     "Keeps the checker process in memory, so that checks do not time out for want of memory on our side.")},
    {"checker_rt_priority", TH_HELP("schema",
     "Runs the checker process with real-time priority. Rarely wise: thousands of checks could then hold up "
     "everything else, VRRP among it.")},
    {"checker_cpu_affinity", TH_HELP("schema",
     "The processors on which the checker process may run, by number.")},
    {"checker_rlimit_rttime", TH_HELP("schema",
     "How many microseconds the checker process may run at real-time priority without a pause before the "
     "kernel steps in.")},
    {"checker_rlimit_rtime", TH_HELP("schema",
     "A misspelt older name of checker_rlimit_rttime.")},
    {"bfd_priority", TH_HELP("schema",
     "Nice value of the BFD process; negative gets more of the processor.")},
    {"bfd_no_swap", TH_HELP("schema",
     "Keeps the BFD process in memory; sessions of a few milliseconds do not survive swapping.")},
    {"bfd_rt_priority", TH_HELP("schema",
     "Runs the BFD process with real-time priority, which sessions below 50 ms need on a busy machine.")},
    {"bfd_cpu_affinity", TH_HELP("schema",
     "The processors on which the BFD process may run, by number.")},
    {"bfd_rlimit_rttime", TH_HELP("schema",
     "How many microseconds the BFD process may run at real-time priority without a pause before the kernel "
     "steps in.")},
    {"bfd_rlimit_rtime", TH_HELP("schema",
     "A misspelt older name of bfd_rlimit_rttime.")},
    {"nftables_ipvs", TH_HELP("schema",
     "Maps groups of virtual servers to one firewall mark with rules in this nftables table, so that the "
     "kernel balances the whole group as one service. It saves a great many services for large groups.")},
    {"nftables_ipvs_priority", TH_HELP("schema",
     "Where the chains of that table stand among others of the same hook; lower comes earlier.")},
    {"nftables_ipvs_start_fwmark", TH_HELP("schema",
     "The first firewall mark given to such groups. Choose a range that no other rule on this machine uses.")},
    {"nftables_counters", TH_HELP("schema",
     "Counts packets in the daemon's nftables rules, to see with nft what is being dropped.")},
    {"notify_fifo", TH_HELP("schema",
     "A named pipe that receives a line for every change of instances, groups and real servers. It is made "
     "if it does not exist. Cheaper than a script per change; but if nobody reads it, it is full after 64 "
     "KiB and further lines are lost.")},
    {"notify_fifo_script", TH_HELP("schema",
     "Command that reads notify_fifo; it gets the pipe's path as its last argument. The daemon starts it, "
     "and starts it again after a reload.")},
    {"vrrp_notify_fifo", TH_HELP("schema",
     "A named pipe like notify_fifo for changes of instances and groups only. A reader that falls behind by "
     "64 KiB loses lines.")},
    {"vrrp_notify_fifo_script", TH_HELP("schema",
     "Command that reads vrrp_notify_fifo; it gets the pipe's path as its last argument. The daemon starts "
     "it, and starts it again after a reload.")},
    {"vrrp_notify_priority_changes", TH_HELP("schema",
     "Writes a line into the pipe whenever tracked things change a priority, for all instances, even if the "
     "role stays.")},
    {"fifo_write_vrrp_states_on_reload", TH_HELP("schema",
     "Writes the current role of every instance into the pipe after a reload, so that a reader need not "
     "remember. Readers must be ready to see a state that has not changed.")},
    {"lvs_notify_fifo", TH_HELP("schema",
     "A named pipe for virtual and real servers going up and down. Note that each of these lines ends in a "
     "zero byte after the line feed.")},
    {"lvs_notify_fifo_script", TH_HELP("schema",
     "Command that reads lvs_notify_fifo; it gets the pipe's path as its last argument.")},
    {"snmp_socket", TH_HELP("schema",
     "Where the SNMP master agent listens. Write it when that is not the default socket; the first one in "
     "the file counts.")},
    {"enable_traps", TH_HELP("schema",
     "Sends an SNMP trap at each change of an instance, a real server or a quorum. The master agent has to "
     "know where to send them.")},
    {"enable_snmp_vrrp", TH_HELP("schema",
     "Offers instances and groups over SNMP, with the tables of KEEPALIVED-MIB. A master agent that hangs "
     "can hold up the process that talks to it.")},
    {"enable_snmp_keepalived", TH_HELP("schema",
     "The name of enable_snmp_vrrp before version 2.0.0.")},
    {"enable_snmp_rfc", TH_HELP("schema",
     "Offers both standard VRRP tables over SNMP, the one for version 2 and the one for version 3.")},
    {"enable_snmp_rfcv2", TH_HELP("schema",
     "Offers the standard table for VRRP version 2 (RFC 2787) over SNMP.")},
    {"enable_snmp_rfcv3", TH_HELP("schema",
     "Offers the standard table for VRRP version 3 (RFC 6527) over SNMP.")},
    {"enable_snmp_checker", TH_HELP("schema",
     "Offers virtual and real servers over SNMP. Reading the counters costs the kernel a walk over all "
     "services, so do not poll a large site every second.")},
    {"snmp_vs_stats_update_interval", TH_HELP("schema",
     "How old the figures of virtual servers may be when SNMP asks for them. Longer means less work for the "
     "kernel.")},
    {"snmp_rs_stats_update_interval", TH_HELP("schema",
     "The same for the figures of real servers.")},
    {"enable_dbus", TH_HELP("schema",
     "Offers a D-Bus interface for reading states and for commands such as a dump. Only root may use it "
     "unless the bus is told otherwise.")},
    {"dbus_service_name", TH_HELP("schema",
     "The name on the bus; change it when several daemons run on one machine.")},
    {"dbus_no_interface_name", TH_HELP("schema",
     "What stands in an object's path in place of the interface for instances that have none.")},
    {"script_user", TH_HELP("schema",
     "User, and after it group, that scripts run as unless they name their own. Without it the user "
     "keepalived_script is taken, and if there is none, the one who started the daemon, usually root. The "
     "last one in the file counts. Use an account that can do nothing else.")},
    {"enable_script_security", TH_HELP("schema",
     "Refuses scripts that somebody other than root could change, looking at every folder on the way. Turn "
     "it on: otherwise who can write to the script can become root. If a check suddenly stops working after "
     "that, look at the owner of its folders; the log names it.")},
    {"vrrp_netlink_cmd_rcv_bufs", TH_HELP("schema",
     "Bytes of the buffer in which the VRRP process receives the kernel's answers to its own commands. "
     "Raise it when the log complains of lost netlink messages during large changes.")},
    {"vrrp_netlink_cmd_rcv_bufs_force", TH_HELP("schema",
     "Lets that buffer exceed the system's limit.")},
    {"vrrp_netlink_monitor_rcv_bufs", TH_HELP("schema",
     "Bytes of the buffer in which the VRRP process receives news about interfaces and addresses. Raise it "
     "on machines with thousands of addresses or containers that come and go.")},
    {"vrrp_netlink_monitor_rcv_bufs_force", TH_HELP("schema",
     "Lets that buffer exceed the system's limit.")},
    {"lvs_netlink_cmd_rcv_bufs", TH_HELP("schema",
     "Bytes of the buffer in which the checker process receives the kernel's answers to its own commands.")},
    {"lvs_netlink_cmd_rcv_bufs_force", TH_HELP("schema",
     "Lets that buffer exceed the system's limit.")},
    {"lvs_netlink_monitor_rcv_bufs", TH_HELP("schema",
     "Bytes of the buffer in which the checker process receives news about addresses, which ha_suspend "
     "depends on.")},
    {"lvs_netlink_monitor_rcv_bufs_force", TH_HELP("schema",
     "Lets that buffer exceed the system's limit.")},
    {"process_monitor_rcv_bufs", TH_HELP("schema",
     "Bytes of the buffer for the kernel's news about processes that start and end. Raise it where many "
     "short-lived processes run and the log complains of lost events.")},
    {"process_monitor_rcv_bufs_force", TH_HELP("schema",
     "Lets that buffer exceed the system's limit.")},
    {"rs_init_notifies", TH_HELP("schema",
     "Runs notify_up also for servers that are found good at the start, not only for later changes. Useful "
     "when the script keeps a list of its own.")},
    {"no_checker_emails", TH_HELP("schema",
     "Sends no mails about real servers, which are otherwise sent even if smtp_alert is written nowhere.")},
    {"vrrp_rx_bufs_policy", TH_HELP("schema",
     "How large the buffers for incoming advertisements are: by the interface's MTU, by the size of an "
     "advertisement, or a number of bytes. For nodes with so many instances that packets are dropped.")},
    {"vrrp_rx_bufs_multiplier", TH_HELP("schema",
     "How many packets that buffer holds. 3 suits one instance per interface; many instances on one "
     "interface need more.")},
    {"vrrp_startup_delay", TH_HELP("schema",
     "Instances neither send nor listen for this long after the daemon starts. It gives interfaces and "
     "switch ports time, so that a freshly booted node does not believe it is alone. A reload does not wait "
     "again.")},
    {"vrrp_delay_after_boot", TH_HELP("schema",
     "Like vrrp_startup_delay, counted from the machine's boot, so that a mere restart of the daemon does "
     "not wait. The longer of the two counts.")},
    {"log_unknown_vrids", TH_HELP("schema",
     "Logs advertisements of virtual routers that are not configured here. Turn it on for a while to find "
     "out who else uses the segment and which numbers are taken.")},
    {"vrrp_owner_ignore_adverts", TH_HELP("schema",
     "Instances with priority 255 ignore the advertisements of others, as the RFC says. Two owners then "
     "never notice each other.")},
    {"vmac_prefix", TH_HELP("schema",
     "The beginning of the names of virtual MAC interfaces: vrrp makes vrrp.51. The whole name must fit "
     "into 15 characters. Changing it makes the interfaces anew.")},
    {"vmac_addr_prefix", TH_HELP("schema",
     "The same for interfaces that only carry addresses (use_vmac_addr).")},
    {"umask", TH_HELP("schema",
     "Which permissions new files of the daemon do not get: dumps, pipes and logs. The option -u at start "
     "comes before it.")},
    {"random_seed", TH_HELP("schema",
     "Makes random choices, such as ${_RANDOM} and the spread of first checks, the same at every start. For "
     "tests.")},
    {"reload_check_config", TH_HELP("schema",
     "Checks the new file in a process of its own before each reload, and keeps the old configuration if "
     "anything is wrong, with the findings in the log file you name. It protects from the reload that takes "
     "the service down. It is strict: even a warning stops the reload, and at the first start already.")},
    {"reload_time_file", TH_HELP("schema",
     "The path of a file that holds the time at which to reload; removed after use unless reload_repeat is "
     "on. Write the same time on all nodes and they change together.")},
    {"reload_repeat", TH_HELP("schema",
     "Repeats the reload of reload_time_file every day at that time.")},
    {"reload_file", TH_HELP("schema",
     "A file that exists while a reload is under way, so that deployment tools can wait for its end.")},
    {"include_check", TH_HELP("schema",
     "How strict include is: whether files must be readable, whether names, wildcards and braces must match "
     "something. By default a missing file is passed over in silence, and half a configuration goes live "
     "without a word. Turn it on.")},
    {"config_save_dir", TH_HELP("schema",
     "A folder for copies of the complete configuration after includes and conditions, to see what the "
     "daemon really read. The copies hold passwords.")},
    {"tmp_config_directory", TH_HELP("schema",
     "Where the complete configuration is kept while the processes read it, on systems without files in "
     "memory. It holds passwords; choose a folder only root can read.")},
    {"data_use_instance", TH_HELP("schema",
     "Puts the names of instance and net_namespace into the names of dump files, so that several daemons do "
     "not overwrite each other's.")},
    {"json_version", TH_HELP("schema",
     "Layout of the JSON dump: 1 is a bare list of instances, 2 an object that also holds tracked "
     "processes. Ask whoever reads it.")},
    {"iproute_usr_dir", TH_HELP("schema",
     "Folder with the distribution's names of routing tables, protocols and scopes. Needed only when the "
     "daemon was built for another place than your iproute2 uses.")},
    {"iproute_etc_dir", TH_HELP("schema",
     "Folder with the administrator's names of routing tables, protocols and scopes; what stands here comes "
     "before the distribution's.")},
    {"state_dump_file", TH_HELP("schema",
     "Where the state is written on SIGUSR1. Choose a folder that others cannot write to, unlike the "
     "default in /tmp.")},
    {"stats_dump_file", TH_HELP("schema",
     "Accepted, but without effect: the statistics stay where they are.")},
    {"json_dump_file", TH_HELP("schema",
     "Accepted, but without effect: the JSON dump stays where it is.")},
    {"lvs_id", TH_HELP("schema",
     "The name of router_id up to version 1.1.7. It is an unknown word today, so the node's name is lost "
     "until you rename it.")},
    {"plugin_dir", TH_HELP("schema",
     "Named a folder for plug-ins of old versions; nothing takes its place. Remove the line.")},
    {"state_file_location", TH_HELP("schema",
     "Stands in keepalived's documentation, but no version ever understood it. Write state_dump_file.")},
    {"stats_file_location", TH_HELP("schema",
     "Stands in keepalived's documentation, but no version ever understood it, and no other word moves the "
     "statistics. Remove it.")},
    {"json_file_location", TH_HELP("schema",
     "Stands in keepalived's documentation, but no version ever understood it, and no other word moves the "
     "JSON dump. Remove it.")},
};

// clang-format on

constinit const std::span<const Paragraph> globalDefsHelp = globalDefsRows;

} // namespace twinhelm::config::schema
