#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about virtual_server, real_server, virtual_server_group, SSL.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph virtualServerRows[] = {
    {"ip_family", TH_HELP("schema",
     "IPv4 or IPv6 for a service that is named by a firewall mark, where no address tells. Services with an "
     "address do not need it. With the wrong family the service is made and never matches a packet.")},
    {"retry", TH_HELP("schema",
     "How often a failed check is tried again before its real server is taken out. Checks and real servers "
     "can say otherwise, and the very first check after the start has no second chance.")},
    {"delay_before_retry", TH_HELP("schema",
     "Seconds between a failed check and the next try, for all checks that do not say otherwise. Together "
     "with retry it decides how long a dead server keeps getting clients.")},
    {"warmup", TH_HELP("schema",
     "First checks are spread at random over this many seconds, so that hundreds of them do not start at "
     "once. 0 checks everything right after the start. It defaults to delay_loop.")},
    {"connect_timeout", TH_HELP("schema",
     "Seconds a connection of a check may take, for all checks that do not say otherwise. A server that "
     "drops packets instead of refusing them costs this time at each try.")},
    {"delay_loop", TH_HELP("schema",
     "Seconds from one check of a real server to the next; 60 unless you write it, which is long. A dead "
     "server gets clients until the next check has failed, and its retries after it. Very short ones load "
     "the servers, most of all with HTTPS.")},
    {"inhibit_on_failure", TH_HELP("schema",
     "A failed server stays in the table with weight 0 instead of being removed. Open connections to it may "
     "go on, and clients bound to it by persistence keep coming back to it. It suits short drops-out and is "
     "wrong for servers that are really dead.")},
    {"lb_algo", TH_HELP("schema",
     "How the kernel chooses a server for a new connection. rr takes turns, wrr by weight; lc and wlc look "
     "at open connections; sh and mh bind a client's address to a server. wlc is a good start for long "
     "connections, wrr for many short ones. After a server comes back, lc and wlc send it every new "
     "connection until it has caught up.")},
    {"lvs_sched", TH_HELP("schema",
     "The newer word for lb_algo; both work.")},
    {"hashed", TH_HELP("schema",
     "Read with an error message and without effect. Remove the line.")},
    {"ops", TH_HELP("schema",
     "Schedules each UDP packet by itself instead of keeping a client with one server. For DNS and other "
     "questions of one packet; it breaks protocols with longer talks.")},
    {"flag-1", TH_HELP("schema",
     "First option bit of the scheduler; what it means depends on lb_algo. For sh and mh there are the "
     "readable words.")},
    {"flag-2", TH_HELP("schema",
     "Second option bit of the scheduler; what it means depends on lb_algo.")},
    {"flag-3", TH_HELP("schema",
     "Third option bit of the scheduler; what it means depends on lb_algo.")},
    {"sh-port", TH_HELP("schema",
     "The sh scheduler also looks at the client's port, so that many clients behind one address are spread. "
     "Write it after lb_algo.")},
    {"sh-fallback", TH_HELP("schema",
     "The sh scheduler takes another server when the chosen one has weight 0. Write it after lb_algo.")},
    {"mh-port", TH_HELP("schema",
     "The mh scheduler also looks at the client's port. Write it after lb_algo.")},
    {"mh-fallback", TH_HELP("schema",
     "The mh scheduler takes another server when the chosen one has weight 0. Write it after lb_algo.")},
    {"lb_kind", TH_HELP("schema",
     "How packets reach the real servers. NAT rewrites addresses, and the servers' way back must lead "
     "through the balancer; DR only changes the MAC, needs a common segment and the virtual address on each "
     "server without ARP; TUN wraps packets, by ipip, gue or gre. When connections hang in the opening "
     "phase, look here and at the servers' default route first.")},
    {"lvs_method", TH_HELP("schema",
     "The newer word for lb_kind, with the same arguments; both work.")},
    {"persistence_engine", TH_HELP("schema",
     "A kernel module that finds out what belongs together, such as sip, which goes by call. The module has "
     "to be loaded.")},
    {"persistence_timeout", TH_HELP("schema",
     "Keeps a client with the same server for so many seconds after its last connection; 360 if no number "
     "is given. Needed by applications that keep sessions in memory, and by services of several ports. All "
     "clients behind one proxy land on one server. A service without a port is persistent whether you write "
     "it or not.")},
    {"persistence_granularity", TH_HELP("schema",
     "How much of the client's address counts for persistence: a netmask for IPv4, a prefix length for "
     "IPv6. With 255.255.255.0 a whole office goes to one server. Use it for clients that change their "
     "address within a network.")},
    {"protocol", TH_HELP("schema",
     "TCP, UDP or SCTP. Without it UDP is taken and an error reported, which is hardly ever what was meant: "
     "clients get no connection although all checks are fine. Services by firewall mark take every protocol "
     "and ignore it. Changing it makes the service anew, and open connections are lost.")},
    {"ha_suspend", TH_HELP("schema",
     "Checks run only while the virtual address is on this node, which halves the load on the servers. The "
     "price: after a failover the new master knows nothing about the servers until the first checks are "
     "through. It does nothing for services by firewall mark.")},
    {"smtp_alert", TH_HELP("schema",
     "Sends mails about this service's real servers and quorum. Unless written here or in global_defs, real "
     "servers cause mails anyway.")},
    {"virtualhost", TH_HELP("schema",
     "The Host header of HTTP checks that do not name one themselves. Without any, the server's address and "
     "port are sent, and a server with several sites answers for the wrong one.")},
    {"snmp_name", TH_HELP("schema",
     "A readable name for this service in SNMP tables.")},
    {"alpha", TH_HELP("schema",
     "Real servers count as dead until their first check succeeds. Without it all of them get clients right "
     "after the start, dead ones too. With it there is a short time without any server.")},
    {"omega", TH_HELP("schema",
     "When the daemon stops, notify_down and quorum_down are run as if everything failed. Otherwise it just "
     "stops, and what these scripts set up stays as it was.")},
    {"quorum_up", TH_HELP("schema",
     "Command run when enough servers work again, and at the start unless alpha delays it. Nobody waits for "
     "it. Quote it if it has arguments.")},
    {"quorum_down", TH_HELP("schema",
     "Command run when too few servers work. Typical use: taking back a route, so that another site gets "
     "the clients.")},
    {"quorum", TH_HELP("schema",
     "The sum of weights of working servers that the service needs. Below it the sorry server takes over, "
     "if there is one, and replaces even the servers that still work. A quorum above the sum of all weights "
     "is lowered to it.")},
    {"hysteresis", TH_HELP("schema",
     "Distance between losing and regaining the quorum: lost below quorum minus it, back at quorum plus it. "
     "It keeps the service from going on and off around the limit. It must be smaller than quorum.")},
    {"weight", TH_HELP("schema",
     "Weight of real servers that have none of their own. A server with twice the weight gets about twice "
     "the connections.")},
    {"sorry_server", TH_HELP("schema",
     "Gets all clients while the quorum is lost, usually a page that says so. It is not checked. Remember "
     "its way back: with NAT its answers have to pass the balancer too.")},
    {"sorry_server_inhibit", TH_HELP("schema",
     "The sorry server stays in the table with weight 0 while it is not needed, instead of being put in and "
     "taken out. Connections to it that are open when the real servers come back then run to their end. "
     "Write it after sorry_server, or it is ignored.")},
    {"sorry_server_lvs_method", TH_HELP("schema",
     "How packets reach the sorry server, if not in the way of the others. Useful when it is the balancer "
     "itself or lies in another network. Write it after sorry_server, or it is ignored.")},
    {"real_server", TH_HELP("schema",
     "One server behind the service, by address and port; without a port the service's is taken. It needs "
     "at least one check, or it is taken for healthy for ever. Several checks in one block must all succeed.")},
    {"nat_mask", TH_HELP("schema",
     "The netmask of NAT in old versions, without effect long before it was dropped after 1.2.19. Remove "
     "the line.")},
    {"real_group", TH_HELP("schema",
     "Named a group of real servers in the earliest versions. List them one by one.")},
};

static constexpr Paragraph realServerRows[] = {
    {"weight", TH_HELP("schema",
     "Its share of the clients, relative to the other servers. 0 drains it: open connections go on and "
     "nobody new comes, while it still counts as present; the gentle way into maintenance. Large "
     "differences make wlc send nearly everything to one.")},
    {"lvs_method", TH_HELP("schema",
     "How packets reach this server, if not in the way of the service. Mixing methods is possible but hard "
     "to debug. It has to fit the server's own set-up.")},
    {"uthreshold", TH_HELP("schema",
     "At this number of connections the server gets no new ones; 0 for no limit. If all servers reach it, "
     "clients are refused. Pair it with lthreshold.")},
    {"lthreshold", TH_HELP("schema",
     "Below this number of connections a server that was full gets new ones again. It has to be smaller "
     "than uthreshold, which nobody checks for you.")},
    {"inhibit_on_failure", TH_HELP("schema",
     "When it fails, this server stays in the table with weight 0 instead of being removed. Open "
     "connections may go on, and persistent clients keep trying it.")},
    {"notify_up", TH_HELP("schema",
     "Command run when this server is found good again. It is not run at the start unless rs_init_notifies "
     "is on. Quote it if it has arguments.")},
    {"notify_down", TH_HELP("schema",
     "Command run when this server is taken out. Nobody waits for it.")},
    {"alpha", TH_HELP("schema",
     "This server counts as dead until its first check succeeds. Otherwise it gets clients at once.")},
    {"retry", TH_HELP("schema",
     "How often a failed check of this server is tried again before it is taken out. Checks can say "
     "otherwise.")},
    {"delay_before_retry", TH_HELP("schema",
     "Seconds between a failed check of this server and the next try. Checks can say otherwise.")},
    {"warmup", TH_HELP("schema",
     "The first check comes at a random moment within so many seconds after the start. Checks can say "
     "otherwise.")},
    {"connect_timeout", TH_HELP("schema",
     "Seconds a connection of this server's checks may take. Checks can say otherwise.")},
    {"delay_loop", TH_HELP("schema",
     "Seconds from one check of this server to the next. Checks can say otherwise.")},
    {"smtp_alert", TH_HELP("schema",
     "Sends a mail when this server is taken out or comes back. Otherwise the service's setting holds.")},
    {"virtualhost", TH_HELP("schema",
     "The Host header of this server's HTTP checks, unless a check or url names its own. Without any, the "
     "address and port are sent.")},
    {"snmp_name", TH_HELP("schema",
     "A readable name for this server in SNMP tables.")},
    {"MISC_CHECK", TH_HELP("schema",
     "Runs a command of yours; its exit code says whether the server is good. The most flexible check, and "
     "the costliest: a process for each run. Several checks in one server must all succeed.")},
    {"SMTP_CHECK", TH_HELP("schema",
     "Talks to a mail server: waits for its greeting, says HELO and leaves. It leaves an entry in the mail "
     "server's log each time.")},
    {"TCP_CHECK", TH_HELP("schema",
     "Opens a TCP connection and closes it. Cheap and right for most services, but it only proves that the "
     "port is open: a hung application still accepts connections.")},
    {"PING_CHECK", TH_HELP("schema",
     "Sends a ping. It proves that the machine is there, not the service, so combine it with another check. "
     "Servers or firewalls that drop pings look dead.")},
    {"UDP_CHECK", TH_HELP("schema",
     "Sends a UDP packet and looks at the answer. Without require_reply only a rejected port counts as "
     "failed, so silence passes for health.")},
    {"HTTP_GET", TH_HELP("schema",
     "Fetches one or several pages and looks at status, digest or text. The best check for web servers: let "
     "it fetch a page that itself asks the database. A redirect is not followed; it counts as the status it "
     "has.")},
    {"SSL_GET", TH_HELP("schema",
     "Like HTTP_GET over TLS. The certificate is not verified, so an expired one is not noticed. Each check "
     "costs the server a handshake; do not run it every second.")},
    {"DNS_CHECK", TH_HELP("schema",
     "Asks a name server. Any well-formed answer without an error counts; what it says is not looked at.")},
    {"FILE_CHECK", TH_HELP("schema",
     "Takes the number in a track_file as this server's weight. An operator or a tool can drain the server "
     "by writing into the file. The file has to be local.")},
    {"BFD_CHECK", TH_HELP("schema",
     "Takes the server out while a BFD session is down. The fastest check there is; it sees the path, not "
     "the service.")},
    {"CI-LINUX", TH_HELP("schema",
     "A check known only to very early versions. Use one of the others.")},
};

static constexpr Paragraph virtualServerGroupRows[] = {
    {"<entry>", TH_HELP("schema",
     "An address with its port, a range such as 10.0.0.1-20 or 10.0.0.0/28, or fwmark and a number. A range "
     "counts in the last number of the address only. All entries of a group should be of one family, and "
     "ports are left out together or written together.")},
};

static constexpr Paragraph sslRows[] = {
    {"password", TH_HELP("schema",
     "Password of the private key. It stands in the file as it is; protect the file.")},
    {"ca", TH_HELP("schema",
     "File with the certificates of authorities to trust. In practice nothing is verified with it: HTTPS "
     "checks accept any certificate.")},
    {"certificate", TH_HELP("schema",
     "File with the certificate shown to servers that ask for one, in PEM. It is read at the start and at "
     "reloads, so reload after renewing it.")},
    {"key", TH_HELP("schema",
     "File with the private key that belongs to certificate, in PEM. It must be readable by the checker "
     "process.")},
};

// clang-format on

constinit const std::span<const Paragraph> virtualServerHelp = virtualServerRows;
constinit const std::span<const Paragraph> realServerHelp = realServerRows;
constinit const std::span<const Paragraph> virtualServerGroupHelp = virtualServerGroupRows;
constinit const std::span<const Paragraph> sslHelp = sslRows;

} // namespace twinhelm::config::schema
