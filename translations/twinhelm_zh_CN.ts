<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>main</name>
    <message>
        <location filename="../gui/app/main.cpp" line="+24"/>
        <source>Desktop console for pairs of Linux load balancers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Site folder to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder for settings and the site CA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Folder of ssh_config, known_hosts and keys, instead of ~/.ssh.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>schema</name>
    <message>
        <location filename="../common/config/schema/address_entry.cpp" line="+12"/>
        <source>Virtual address, with its prefix length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Interface the address goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scope of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Broadcast address; + and - derive it from the prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/help/address_entry.cpp" line="+22"/>
        <source>Short for broadcast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Label of the address, like eth0:1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Other end of a point-to-point address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>IPv6 home address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Let the kernel look for duplicates of this IPv6 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Let the kernel make temporary addresses from this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add no route for the prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Join the multicast group of this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Do not care when somebody removes the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds the address is preferred as source; 0 never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Group that this static address is restored with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the address on a VMAC of its interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/bfd_instance.cpp" line="+13"/>
        <source>The address this session sends from; the kernel chooses unless you write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The address of the neighbour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/bfd_instance.cpp" line="+16"/>
        <source>The British spelling of neighbor_ip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How often this node can take packets, in milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How often this node would like to send, in milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often packets go out while the session is not up, in milliseconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>So many packets missing in a row mean that the path is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Waits for the neighbour to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Time to live of outgoing packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/bfd_instance.cpp" line="+18"/>
        <source>The IPv6 word for ttl; either may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many routers may be on the path: packets with a lower time to live are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/bfd_instance.cpp" line="+4"/>
        <source>Uses the port for sessions over several hops, 4784, as the neighbour&apos;s multihop setting must do as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What the session is worth to instances that name no weight of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only instances hear of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only real servers&apos; BFD_CHECK hears of this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/checks.cpp" line="+12"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>The address to check, if not the real server&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-400"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>The port to check, if not the real server&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-401"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>The source address of the check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-400"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>The source port of the check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-401"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>The interface the check leaves by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-399"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <source>Seconds to wait for the connection, and for each answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-400"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+92"/>
        <location line="+60"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+28"/>
        <source>Firewall mark of the check&apos;s packets, so that rules can route them differently from clients&apos; traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-399"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>How often a failed check is tried again before the server is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-399"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>Seconds between a failed check and the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-399"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>The first check comes at a random moment within so many seconds after the start, which spreads the load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-398"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>Seconds from one check to the next while all is well, and also while the server is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-399"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>The server counts as dead until this check has succeeded once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-400"/>
        <location line="+48"/>
        <location line="+104"/>
        <location line="+53"/>
        <location line="+46"/>
        <location line="+33"/>
        <location line="+59"/>
        <location line="+60"/>
        <source>Logs each failed try, also those that a retry makes good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-401"/>
        <location line="+157"/>
        <location line="+99"/>
        <location line="+39"/>
        <source>Valid in HTTP_GET and SSL_GET only; write retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-246"/>
        <source>The old name of retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Host header, unless a url names its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The version in the request; 1.0 unless you write 1.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sends the host name during the TLS handshake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The name sent in the TLS handshake, if it differs from virtualhost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A server that was down is good again after the first url that succeeds, instead of all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Takes a connection that ends without a proper TLS goodbye for a failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A page to fetch and what it must look like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What to fetch, beginning with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The MD5 of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The status codes that are good, one by one or as ranges such as 200-204.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Host header for this page alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Text that must be in the page, as a regular expression between quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Turns the regex round: the text must not be in the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+66"/>
        <source>Options of the regular expression, by the lower-case names of PCRE2: caseless, dotall, multiline and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+3"/>
        <source>A match counts only if it begins at this byte of the page or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+2"/>
        <source>A match counts only if it begins before this byte of the page, which saves reading the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>First and largest size of the stack for compiled expressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>For this page alone: a connection that ends without a proper TLS goodbye is a failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>The name in HELO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A target of its own inside the check; several may stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+97"/>
        <source>The type of record to ask for; SOA unless you write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The name to ask for; the root unless you write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The command; exit code 0 means good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A run that takes longer is ended and counts as failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exit codes from 2 to 255 set the weight: code minus 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>User, and after it group, that the command runs as, instead of script_user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Bytes to send, in hexadecimal; several words are joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The server must answer, and the answer begin with these bytes in hexadecimal, XX standing for any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+50"/>
        <source>Shorter answers count as failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+2"/>
        <source>Longer answers count as failed; 255 unless you write it, so raise it for talkative services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Name of the track_file block whose number counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Multiplied by the number in the file and added to the server&apos;s weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/global_defs.cpp" line="+416"/>
        <location line="+2"/>
        <source>In keepalived&apos;s documentation, but never understood; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Name of the bfd_instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/help/checks.cpp" line="+18"/>
        <source>The server counts as dead until the session has come up once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/global_defs.cpp" line="-406"/>
        <source>Give the child processes names of their own in ps and top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the parent process in ps and top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the VRRP process in ps and top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the checker process in ps and top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Older name of checker_process_name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the BFD process in ps and top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run scripts by the path as written, without resolving symbolic links first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scripts also get the other groups of the user they run as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name of this node in mails and dumps. Different on each node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sender of the mails about state changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mail server for notifications, without encryption or login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name this node greets the mail server with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long to wait for the mail server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who gets a mail when something changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Send mails for every kind of state change, unless a part says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run once before anything else starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long startup_script may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run once after everything has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long shutdown_script may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Highest real-time priority a process may take by itself when its timers run late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How late a timer must be before the process raises its priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send mails for VRRP state changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send mails for real server changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Log every failed check, not only changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accept interfaces that do not exist yet; their instance waits in FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send no mail when an instance enters FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Interface of static addresses that name none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Do not join the VRRP multicast group through IGMP on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compute the VRRPv3 checksum over IPv4 without the pseudo header, as some routers do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>IPVS connection timeouts for TCP, TCP after FIN, and UDP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove every IPVS service at start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Remove IPVS services at stop: all of them, or only our own virtual servers (VS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Older name of lvs_flush_on_stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Copy IPVS connections to the other node, following one instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>IPv4 multicast group for advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>IPv6 multicast group for advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+173"/>
        <source>Time until addresses are announced a second time after becoming master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+7"/>
        <source>How many announcements per address in one burst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="-3"/>
        <source>Announce the addresses again at this interval while master; 0 never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+7"/>
        <source>How many announcements per address at each refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+4"/>
        <source>Time until a second burst after a lower-priority master was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+4"/>
        <source>How many announcements after a lower-priority master was heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+4"/>
        <source>How many advertisements may be missed before a backup takes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Gap between two gratuitous ARPs on one interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Gap between two unsolicited neighbour advertisements on one interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Announce each address only once, without delay or refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+9"/>
        <source>Also announce through the other VMAC or base interfaces, at this interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Older name of vrrp_garp_extra_if.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+6"/>
        <source>A master does not answer a lower-priority advertisement at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+3"/>
        <source>A master that hears a higher priority answers once more before it steps back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>VRRP version of instances that name none. All nodes of a pair need the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>iptables chains used to drop traffic to addresses that are not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Names of the ipsets used with vrrp_iptables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>nftables table for firewall rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Priority of the nftables chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Match link-local addresses by interface index instead of name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accept unicast advertisements only from configured peers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="-86"/>
        <source>Do not compare the address list again when the same master advertises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keep to the letter of the RFC; refuses much that works otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nice value of the VRRP process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the VRRP process in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Real-time priority of the VRRP process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>CPUs the VRRP process may run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Longest real-time slice of the VRRP process without a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Older name of vrrp_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nice value of the checker process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the checker process in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Real-time priority of the checker process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>CPUs the checker process may run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Longest real-time slice of the checker process without a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Older name of checker_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nice value of the BFD process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the BFD process in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Real-time priority of the BFD process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>CPUs the BFD process may run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Longest real-time slice of the BFD process without a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Older name of bfd_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>nftables table that maps groups of virtual servers to firewall marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Priority of the chains in that table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>First firewall mark used for such groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Count packets in the nftables rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Named pipe that receives every VRRP and LVS event as a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command that reads notify_fifo; gets its path as last argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Named pipe that receives VRRP events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command that reads vrrp_notify_fifo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Report priority changes through the pipe as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Write the current states into the pipe after a reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Named pipe that receives LVS events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command that reads lvs_notify_fifo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Address of the SNMP master agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send SNMP traps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer VRRP data over SNMP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Older name of enable_snmp_vrrp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer the MIBs of both VRRP versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer the VRRPv2 MIB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer the VRRPv3 MIB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer virtual server data over SNMP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How old virtual server statistics over SNMP may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How old real server statistics over SNMP may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offer the D-Bus interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name on the D-Bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Path element for instances without an interface on the D-Bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>User, and perhaps group, that scripts run as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Refuse to run scripts that somebody other than root can change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Receive buffer for netlink commands of the VRRP process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+6"/>
        <location line="+6"/>
        <location line="+6"/>
        <location line="+6"/>
        <source>Exceed the system&apos;s limit for that buffer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-21"/>
        <source>Receive buffer for netlink messages of the VRRP process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Receive buffer for netlink commands of the checker process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Receive buffer for netlink messages of the checker process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Receive buffer for process events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Also run notify_up for real servers that are up at start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send no mails about real servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How large the receive buffer for advertisements is: by MTU, by advertisement, or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How many packets that buffer holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Instances wait this long after the daemon starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Instances wait until the machine has run this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Log advertisements of virtual routers that are not configured here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="+89"/>
        <source>The address owner (priority 255) ignores all advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Prefix of generated VMAC interface names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Prefix of VMAC interfaces that only carry addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File mode mask of the daemon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Makes random choices repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check the new configuration before a reload and keep the old one if it is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A file that holds the time of the next reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeat that reload every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A file that exists while a reload is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How strict include is about missing files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder for copies of the complete configuration, for debugging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder for the complete configuration while it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put the instance name into the names of dump files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Layout of the JSON dump.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder of the distribution&apos;s iproute2 name tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Folder of the administrator&apos;s iproute2 name tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File the state is dumped into on request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+2"/>
        <source>Accepted, but without effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Removed from keepalived; use router_id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/top_level.cpp" line="+84"/>
        <source>Removed from keepalived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In keepalived&apos;s documentation, but never understood; write state_dump_file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/address_entry.cpp" line="-12"/>
        <source>The address, with prefix length if you like; alone it is a /32 or /128. An IPv6 address with /128 is not used as a source for connections of this machine. With a shorter prefix the kernel also adds a route for the subnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The interface this address goes on, if not the instance&apos;s own. If that link goes down or the name does not exist, it concerns the whole instance unless no_track is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How far the address is valid: global, site, link, host or a number. Ignored for IPv6. Leave it out unless you know why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The broadcast address; + computes it from the prefix, - clears it. IPv4 only, and hardly needed today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A name such as eth0:1, for old tools like ifconfig that show only one address per name. At most 15 characters, and it should begin with the interface&apos;s name; ignored for IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The other end of a point-to-point address, for tunnels and links without a subnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Marks an IPv6 address as the home address of a mobile node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Lets the kernel look for duplicates of this IPv6 address before using it. By default it does not, so that the address works at once; with this word it is unusable for about a second after each failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Lets the kernel derive temporary IPv6 addresses from this one. Not for virtual addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Adds the address without the route for its subnet. Use it when the interface has an address of that subnet already and a second route would confuse the choice of source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Joins the multicast group that this address is, at the level of the interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Does not care when somebody removes the address or its link goes down. Without it the instance reacts, which is what you want for the service&apos;s own address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many seconds the address is preferred as source for new connections; 0 never, forever always. 0 keeps the machine&apos;s own connections from coming out of the virtual address and breaking at the failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The group with which this address is put back. For static_ipaddress only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Puts this address behind a virtual MAC of its interface. Not for static_ipaddress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/bfd_instance.cpp" line="-28"/>
        <source>The address this session sends from; the kernel chooses unless you write it. The neighbour usually has to be told the same address, so write it on machines with several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The address of the neighbour. Without it the session is dropped. Both ends need a session that points at the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How often this node can take packets, in milliseconds. The slower of our min_rx and the neighbour&apos;s min_tx is used. Below 50 the process should run with real-time priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often this node would like to send, in milliseconds. The slower of our min_tx and the neighbour&apos;s min_rx is used; times multiplier that is how long a dead path goes unnoticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often packets go out while the session is not up, in milliseconds. The standard forbids less than a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>So many packets missing in a row mean that the path is down. 3 is common; the default of 5 is patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Waits for the neighbour to begin. Two passive ends never come up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time to live of outgoing packets. 255 proves to the neighbour that it is next door; for a session over several routers set multihop and max_hops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How many routers may be on the path: packets with a lower time to live are dropped. -1 accepts any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What the session is worth to instances that name no weight of their own. With 0 they go to FAULT while it is down; reverse turns the sense round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only instances hear of this session. Without this and without checker, both do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only real servers&apos; BFD_CHECK hears of this session. Without this and without vrrp, both do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/checks.cpp" line="-159"/>
        <source>The address to check, if not the real server&apos;s own. With DR the service listens on the virtual address, and a check of the real one may test something else. It must be reachable from the balancer without being balanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The port to check, if not the real server&apos;s own. Needed for services without a port. A health port that answers while the service hangs is a false friend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The source address of the check. Servers that accept only certain addresses may need it. It must exist on this node, so never take the virtual address: the backup could not check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The source port of the check. With a fixed one a connection that lingers blocks the next check; hardly ever useful.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The interface the check leaves by. Required with a link-local address in bindto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Seconds to wait for the connection, and for each answer. A machine that is off lets every try run its full length, so keep it well below delay_loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How often a failed check is tried again before the server is taken out. 0 takes it out at the first failure. The first check after the start is never repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds between a failed check and the next try. connect_timeout and this one, times retry, is how long a dead server goes on getting clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The first check comes at a random moment within so many seconds after the start, which spreads the load. 0 checks at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds from one check to the next while all is well, and also while the server is down. It decides how soon a failure begins to be noticed and how soon a repaired server gets clients again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The server counts as dead until this check has succeeded once. Otherwise it gets clients right after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Logs each failed try, also those that a retry makes good. Turn it on while you hunt a flaky server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The old name of retry in HTTP_GET and SSL_GET. Many examples have it elsewhere, where it was never valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The old name of retry. It still works in HTTP_GET and SSL_GET only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Host header, unless a url names its own. Otherwise the real server&apos;s or the service&apos;s is taken, and at last the address and port. A wrong one fetches another site&apos;s page or an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The version in the request; 1.0 unless you write 1.1. With C the server is asked to close the connection. Servers that keep connections open may make a check run into its timeout with 1.1 alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends the host name during the TLS handshake. Servers with several certificates need it, or they refuse the handshake. The name is sni_name, else virtualhost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name sent in the TLS handshake, if it differs from virtualhost. It turns enable_sni on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A server that was down is good again after the first url that succeeds, instead of all of them. It brings servers back sooner, perhaps too soon when another page is still broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Takes a connection that ends without a proper TLS goodbye for a failure. Many servers leave it out. Only for SSL_GET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A page to fetch and what it must look like. Several are fetched one after the other and all must succeed. At least one is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What to fetch, beginning with a slash. Choose a small page that needs what the service needs, such as the database. Without it the url is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The MD5 of the page. Get it with genhash against a healthy server. Any change of the page, even a date in it, takes all servers out at once; a status or regex is the better choice for pages that change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The status codes that are good, one by one or as ranges such as 200-204. Without it 200 to 299 is. A page that redirects answers 301 or 302: list that code or fetch the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Host header for this page alone. Otherwise the check&apos;s is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Text that must be in the page, as a regular expression between quotes. Quotes and backslashes inside follow the rules of quoted text, so test it. Only builds with PCRE2 know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Turns the regex round: the text must not be in the page. Handy for words like maintenance or error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>First and largest size of the stack for compiled expressions. The largest of all checks holds for the whole process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>For this page alone: a connection that ends without a proper TLS goodbye is a failure. Only for SSL_GET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The name in HELO. Mail servers that are strict about names may refuse the default, smtpchecker.keepalived.org. Use the balancer&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A target of its own inside the check; several may stand side by side. Write connect_ip and connect_port in the check itself instead, and one check per target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The type of record to ask for; SOA unless you write it. Take one that the server has for the name, or it answers with an error and is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name to ask for; the root unless you write it. A resolver without access to the root fails then, so name a zone that the server must know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The command; exit code 0 means good. Quote it if it has arguments. It gets no information about the server, so pass its address as an argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A run that takes longer is ended and counts as failed. 0 or nothing means the service&apos;s delay_loop, not the one of this check. Whole seconds only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Exit codes from 2 to 255 set the weight: code minus 2. So the server itself can say how much it wants, from 0 (code 2) to 253. 0 leaves the weight alone and 1 is a failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>User, and after it group, that the command runs as, instead of script_user. A user that does not exist makes the whole check drop out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Bytes to send, in hexadecimal; several words are joined. Without it an empty packet goes out, which many services do not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The server must answer, and the answer begin with these bytes in hexadecimal, XX standing for any. Without a pattern any answer is good; without the word even silence is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Name of the track_file block whose number counts. Without it the check is dropped. The block may stand anywhere in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Multiplied by the number in the file and added to the server&apos;s weight. With reverse the sign is turned round, and noreverse undoes a reverse of the track_file block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stands in keepalived&apos;s documentation, but no version ever understood it. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Name of the bfd_instance. Without it, or if there is no such session, the check is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/global_defs.cpp" line="+10"/>
        <source>Gives the child processes names of their own, so that ps and top tell VRRP, checker and BFD apart. Process monitors that look for the common name will not find them any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the parent process in ps and top, for machines with several daemons. The kernel shows 15 characters and the rest is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the VRRP process in ps and top; 15 characters count. A service that another node tracks by this name has to follow the change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the process that does the health checks, in ps and top; 15 characters count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The name of checker_process_name before version 2.2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name of the BFD process in ps and top; 15 characters count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs scripts by the path as it is written. Otherwise symbolic links are resolved once when the file is read, so that swapping a link later, as package alternatives do, changes nothing until the next reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scripts also belong to the further groups of the user they run as, not only to the main one. Turn it on when a script may read a file by hand but not when the daemon runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name of this node in mails and dumps; the host name unless you write it. It plays no part in the election. Different on each node, or nobody can tell from a mail which one has failed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sender of the mails about state changes. Many mail servers refuse the default, a user name and the bare host name; write an address of your own domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Mail server for notifications, with its port if that is not 25. There is neither encryption nor a login, so use a relay on this machine or one that trusts it. A name is resolved once, when the file is read: if DNS is down just then, no mail is sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Name with which this node greets the mail server. Write it when the server refuses the host name because it has no domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds to wait for the mail server before the mail is given up. Nothing else waits for it, so the default is fine unless the server greets slowly on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who gets a mail when something changes, one address per line or several in one. Mails are sent only where smtp_alert is on; without any smtp_alert, for real servers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends mails for every kind of change, unless an instance, group or server says otherwise. When it is written nowhere, only real servers cause mails. A check that flaps at night sends a mail at each change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Command that is run once and waited for before anything else starts; for loading modules or preparing interfaces. While it runs no address is served here, so keep it short. It is not run at a reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long startup_script may take before it is killed and the start goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command that is run once after everything has stopped, to undo what startup_script did. The addresses have left this node by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long shutdown_script may take before it is killed. The service manager&apos;s own limit for stopping must be longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Lets a process that wakes up late raise itself to real-time priority, up to this number. It is a cheap protection against false failovers on busy machines: late timers look like lost advertisements to the other node. Without a number the highest is allowed, 0 is off, and -1 is off without the hint in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How many microseconds late a timer has to be before it is logged and the priority raised. Lower it when you advertise many times a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Like smtp_alert, for instances and sync groups only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like smtp_alert, for real servers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Writes every failed check into the log, also the ones that a retry made good. Useful while hunting a flaky server; on a large site it fills the log. Each check can set it for itself with log_all_failures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Accepts interfaces that do not exist yet: their instance waits in FAULT until they appear. Without it a single unknown name stops the whole VRRP process, even at reload, and all addresses with it, so it is worth having wherever interfaces are made by other tools. allow_if_changes also tolerates an interface that comes back as another type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sends no mail when an instance goes to FAULT. You will not be told of a lost link, so use it only when faults are part of daily life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The interface for static addresses that name none. Virtual addresses do not need it: they go on their instance&apos;s interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Does not ask the kernel to join the VRRP multicast group; for networks where another program or a fixed entry in the switch does. If nobody does, a switch with IGMP snooping stops delivering advertisements and both nodes become master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Leaves the pseudo header out of the checksum of VRRPv3 over IPv4, for every instance. Some routers expect it so; nodes that disagree drop each other&apos;s packets. In keepalived an argument is not looked at: the word alone turns it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How long the kernel remembers idle TCP connections, TCP connections after FIN, and UDP. It holds for all virtual servers on this machine. Long timeouts fill the table, short ones cut quiet sessions such as SSH or databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Removes every IPVS service when the daemon starts, also those that other tools have made. Use it on machines where this daemon alone balances, to begin cleanly after a crash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Removes IPVS services when the daemon stops: all of them at once, which is quick with thousands, or with VS only our own. Services of other tools disappear with the first form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name of lvs_flush_on_stop up to version 2.1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Copies the kernel&apos;s balanced connections to the other node, so that sessions survive a failover. It runs as sender where the named instance is master and as receiver elsewhere. The packets are multicast and not protected; use an inside interface, and the same id on both nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Multicast group of all IPv4 instances. Change it on all nodes at once: those in different groups do not hear each other and all become master. Routers of other makes know only 224.0.0.18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Multicast group of all IPv6 instances. Change it on all nodes at once; routers of other makes know only ff02::12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds between the first announcements after becoming master and a second burst, for all instances; 0 leaves the second burst out. Lengthen it when switch ports take long to forward after a failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many announcements go out for each address in one burst. Lower it when a burst for thousands of addresses overruns a switch, or spread it with vrrp_garp_interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Repeats the announcements at this interval while a node is master; 0 never. It heals routers that have kept or learned a wrong MAC. With many addresses, choose minutes rather than seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many announcements for each address at every refresh. One is enough, since the next refresh comes anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/vrrp_instance.cpp" line="+226"/>
        <source>Seconds until a second burst after a master with lower priority was heard. That one may have spoilt the tables of the switches, and this mends them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/help/vrrp_instance.cpp" line="+3"/>
        <source>How many announcements for each address after a master with lower priority was heard. 0 sends none, which leaves clients on the wrong node until their tables expire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>After so many missed advertisements a backup takes over. The outage grows with it, the danger of a needless failover shrinks. Use the same on all nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Gap between two gratuitous ARPs on one interface. Without it all of them leave at once, which cheap switches and some routers do not take. The gap times the number of addresses is how long the last one waits; 0 is not accepted, leave the word out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location filename="../common/config/schema/help/interfaces.cpp" line="+13"/>
        <source>The same gap for IPv6 neighbour advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Announces each address once after a failover and never again. For networks where announcements are costly and always heard; if that one packet is lost, clients keep the wrong MAC until their tables expire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>With use_vmac, repeats announcements through the base interface, or with the word all through every VMAC, at this interval. It keeps bridges and switches aware of the port behind which a virtual MAC lives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The name of vrrp_garp_extra_if before version 2.2.3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Masters do not answer a lower priority with an advertisement of their own. The RFC wants it so; the answer ends a quarrel faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Masters that hear a higher priority answer once more before they step back. So the new master learns of them and repairs the tables of the switches sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>VRRP version of all instances that name none. 2 is the default; IPv6 uses 3 in any case. All nodes need the same, since packets of the other version are dropped and both sides become master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Uses iptables for what no_accept and strict mode drop, in these chains. The chains must exist. Builds without iptables take nftables and complain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Names of the sets used together with vrrp_iptables; without a name, no sets are used and every address gets a rule of its own. Needed only when other tools use the default names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of the nftables table for what no_accept and strict mode drop. The table belongs to the daemon: do not put rules of your own into it, and do not flush it with your firewall&apos;s reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where the daemon&apos;s chains stand among other chains of the same hook; lower comes earlier. Change it when another firewall&apos;s rules have to be asked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Matches link-local addresses by the number of an interface instead of its name, which survives renaming but not making it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accepts unicast advertisements from listed peers only, in all instances. Complete the lists on all nodes first, or a legitimate peer is ignored and both become master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compares the address list of an advertisement only when the master has changed. It saves time with hundreds of addresses per instance, and hides nothing but a change made while the master stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Holds every instance to the RFC. Passwords are dropped, unicast is refused, MASTER needs priority 255, and the addresses do not even answer ping. Copied from many sample files without need; unless you must follow the RFC, leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nice value of the VRRP process; negative gets more of the processor. max_auto_priority is the better protection, since it acts only when needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keeps the VRRP process in memory, so that a machine that swaps does not lose its addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs the VRRP process with real-time priority from the start. It keeps advertisements on time under any load, and a process gone wild could then starve the machine; the limit is set by vrrp_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The processors on which the VRRP process may run, by number. For machines with processors set apart for it; a number that does not exist is an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many microseconds the VRRP process may run at real-time priority without a pause before the kernel steps in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A misspelt older name of vrrp_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nice value of the checker process; negative gets more of the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keeps the checker process in memory, so that checks do not time out for want of memory on our side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs the checker process with real-time priority. Rarely wise: thousands of checks could then hold up everything else, VRRP among it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The processors on which the checker process may run, by number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How many microseconds the checker process may run at real-time priority without a pause before the kernel steps in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A misspelt older name of checker_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nice value of the BFD process; negative gets more of the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keeps the BFD process in memory; sessions of a few milliseconds do not survive swapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs the BFD process with real-time priority, which sessions below 50 ms need on a busy machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The processors on which the BFD process may run, by number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How many microseconds the BFD process may run at real-time priority without a pause before the kernel steps in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A misspelt older name of bfd_rlimit_rttime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Maps groups of virtual servers to one firewall mark with rules in this nftables table, so that the kernel balances the whole group as one service. It saves a great many services for large groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where the chains of that table stand among others of the same hook; lower comes earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The first firewall mark given to such groups. Choose a range that no other rule on this machine uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Counts packets in the daemon&apos;s nftables rules, to see with nft what is being dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A named pipe that receives a line for every change of instances, groups and real servers. It is made if it does not exist. Cheaper than a script per change; but if nobody reads it, it is full after 64 KiB and further lines are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Command that reads notify_fifo; it gets the pipe&apos;s path as its last argument. The daemon starts it, and starts it again after a reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A named pipe like notify_fifo for changes of instances and groups only. A reader that falls behind by 64 KiB loses lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command that reads vrrp_notify_fifo; it gets the pipe&apos;s path as its last argument. The daemon starts it, and starts it again after a reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Writes a line into the pipe whenever tracked things change a priority, for all instances, even if the role stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Writes the current role of every instance into the pipe after a reload, so that a reader need not remember. Readers must be ready to see a state that has not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A named pipe for virtual and real servers going up and down. Note that each of these lines ends in a zero byte after the line feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command that reads lvs_notify_fifo; it gets the pipe&apos;s path as its last argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Where the SNMP master agent listens. Write it when that is not the default socket; the first one in the file counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends an SNMP trap at each change of an instance, a real server or a quorum. The master agent has to know where to send them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Offers instances and groups over SNMP, with the tables of KEEPALIVED-MIB. A master agent that hangs can hold up the process that talks to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name of enable_snmp_vrrp before version 2.0.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offers both standard VRRP tables over SNMP, the one for version 2 and the one for version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offers the standard table for VRRP version 2 (RFC 2787) over SNMP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offers the standard table for VRRP version 3 (RFC 6527) over SNMP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offers virtual and real servers over SNMP. Reading the counters costs the kernel a walk over all services, so do not poll a large site every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How old the figures of virtual servers may be when SNMP asks for them. Longer means less work for the kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The same for the figures of real servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offers a D-Bus interface for reading states and for commands such as a dump. Only root may use it unless the bus is told otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The name on the bus; change it when several daemons run on one machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What stands in an object&apos;s path in place of the interface for instances that have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>User, and after it group, that scripts run as unless they name their own. Without it the user keepalived_script is taken, and if there is none, the one who started the daemon, usually root. The last one in the file counts. Use an account that can do nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Refuses scripts that somebody other than root could change, looking at every folder on the way. Turn it on: otherwise who can write to the script can become root. If a check suddenly stops working after that, look at the owner of its folders; the log names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Bytes of the buffer in which the VRRP process receives the kernel&apos;s answers to its own commands. Raise it when the log complains of lost netlink messages during large changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+5"/>
        <location line="+4"/>
        <location line="+5"/>
        <location line="+5"/>
        <source>Lets that buffer exceed the system&apos;s limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-17"/>
        <source>Bytes of the buffer in which the VRRP process receives news about interfaces and addresses. Raise it on machines with thousands of addresses or containers that come and go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Bytes of the buffer in which the checker process receives the kernel&apos;s answers to its own commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Bytes of the buffer in which the checker process receives news about addresses, which ha_suspend depends on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Bytes of the buffer for the kernel&apos;s news about processes that start and end. Raise it where many short-lived processes run and the log complains of lost events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Runs notify_up also for servers that are found good at the start, not only for later changes. Useful when the script keeps a list of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends no mails about real servers, which are otherwise sent even if smtp_alert is written nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How large the buffers for incoming advertisements are: by the interface&apos;s MTU, by the size of an advertisement, or a number of bytes. For nodes with so many instances that packets are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many packets that buffer holds. 3 suits one instance per interface; many instances on one interface need more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Instances neither send nor listen for this long after the daemon starts. It gives interfaces and switch ports time, so that a freshly booted node does not believe it is alone. A reload does not wait again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Like vrrp_startup_delay, counted from the machine&apos;s boot, so that a mere restart of the daemon does not wait. The longer of the two counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Logs advertisements of virtual routers that are not configured here. Turn it on for a while to find out who else uses the segment and which numbers are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Instances with priority 255 ignore the advertisements of others, as the RFC says. Two owners then never notice each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The beginning of the names of virtual MAC interfaces: vrrp makes vrrp.51. The whole name must fit into 15 characters. Changing it makes the interfaces anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The same for interfaces that only carry addresses (use_vmac_addr).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Which permissions new files of the daemon do not get: dumps, pipes and logs. The option -u at start comes before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Makes random choices, such as ${_RANDOM} and the spread of first checks, the same at every start. For tests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Checks the new file in a process of its own before each reload, and keeps the old configuration if anything is wrong, with the findings in the log file you name. It protects from the reload that takes the service down. It is strict: even a warning stops the reload, and at the first start already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The path of a file that holds the time at which to reload; removed after use unless reload_repeat is on. Write the same time on all nodes and they change together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Repeats the reload of reload_time_file every day at that time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A file that exists while a reload is under way, so that deployment tools can wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How strict include is: whether files must be readable, whether names, wildcards and braces must match something. By default a missing file is passed over in silence, and half a configuration goes live without a word. Turn it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A folder for copies of the complete configuration after includes and conditions, to see what the daemon really read. The copies hold passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where the complete configuration is kept while the processes read it, on systems without files in memory. It holds passwords; choose a folder only root can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Puts the names of instance and net_namespace into the names of dump files, so that several daemons do not overwrite each other&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Layout of the JSON dump: 1 is a bare list of instances, 2 an object that also holds tracked processes. Ask whoever reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder with the distribution&apos;s names of routing tables, protocols and scopes. Needed only when the daemon was built for another place than your iproute2 uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Folder with the administrator&apos;s names of routing tables, protocols and scopes; what stands here comes before the distribution&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where the state is written on SIGUSR1. Choose a folder that others cannot write to, unlike the default in /tmp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accepted, but without effect: the statistics stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accepted, but without effect: the JSON dump stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The name of router_id up to version 1.1.7. It is an unknown word today, so the node&apos;s name is lost until you rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Named a folder for plug-ins of old versions; nothing takes its place. Remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stands in keepalived&apos;s documentation, but no version ever understood it. Write state_dump_file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stands in keepalived&apos;s documentation, but no version ever understood it, and no other word moves the statistics. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stands in keepalived&apos;s documentation, but no version ever understood it, and no other word moves the JSON dump. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/interfaces.cpp" line="-3"/>
        <source>Gap between two gratuitous ARPs through the interfaces of this group, all instances together. 0 sends them without a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The interface, if the group has only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The interfaces that share this limit, for instance two ports of one switch or VLANs on one card. An interface can be in one group only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>An interface and how its link is asked for: MII, ETHTOOL or IOCTL. Without a method they are tried in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>An interface, how long its link must be down, and how long up, before that counts; one number is taken for both. Seconds with a fraction, at most 255. The down delay lengthens each failover after a lost link by just as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/route_entry.cpp" line="+10"/>
        <source>Where the route leads to: a network, default or default6, perhaps with to and a type such as blackhole in front. Exactly one per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+20"/>
        <source>Says that this is an IPv4 route where the addresses do not tell, as in a default route by device only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>Says that this is an IPv6 route where the addresses do not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The source address that connections of this machine take over this route. Typically the virtual address: it must be set before the route, or the kernel refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The gateway. It must be reachable over a connected network at the moment the route is set, or the line needs onlink. With inet6 in front an IPv4 route may go through an IPv6 gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+7"/>
        <source>The older word for via.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for packets from this source network; IPv6 only. For IPv4, use a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+5"/>
        <source>Only for packets with this type of service, by name or number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/help/rule_entry.cpp" line="+34"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+41"/>
        <source>Another word for tos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The routing table, by name from rt_tables or by number; main unless you write it. A table that no rule points to is never asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who has set the route, as routing daemons see it. The default lets the daemon recognise its own routes after a crash; change it only with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How far the destination is: link for connected networks, global behind a gateway. Chosen by type unless written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Of several routes to the same network the one with the lowest metric is used. Write one if the system has such a route of its own, so that the virtual one wins or waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Another word for metric. It has nothing to do with the priority of an instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+15"/>
        <location line="+2"/>
        <source>Another word for metric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The interface the packets leave by. If its link goes down the route is gone, and the instance reacts unless no_track is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+4"/>
        <source>Another word for dev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Takes the gateway for directly reachable although no connected network contains it. Common with providers that give out /32 addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+5"/>
        <source>Wraps the packets: ip, ip6, mpls or ila, each with its own options behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The kernel removes the route after so many seconds; IPv6 only. The instance will notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+6"/>
        <source>Largest packet for this destination; with lock in front the kernel does not try to learn a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+4"/>
        <source>Largest TCP segment announced to this destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>How much reordering TCP expects on this path before it takes a packet for lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>Upper limit of TCP&apos;s congestion window; effective only with lock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>Where TCP&apos;s slow start ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>First guess of the round-trip time, with ms or s. Values outside 200 ms to 120 s are taken as the nearest of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+6"/>
        <source>First guess of how much the round-trip time varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Shortest time after which TCP sends again. Lower helps inside a data centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+6"/>
        <source>Hop limit of packets to this destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>Largest TCP window announced to this destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>TCP congestion window at the start of a connection, in segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>TCP receive window at the start of a connection, in segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>Groups of routes for accounting and traffic control; IPv4 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+2"/>
        <source>Switches on features for this destination; ecn is the only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>1 acknowledges each TCP segment at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+2"/>
        <source>TCP congestion control for this destination; the module must be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>How much this IPv6 router is preferred: low, medium or high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+2"/>
        <source>Whether the TTL is carried into an MPLS label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+3"/>
        <source>1 allows TCP Fast Open to this destination without a cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+2"/>
        <source>Adds the route and fails if it exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Puts the route in front of others to the same network. The default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+4"/>
        <source>Puts the route behind others to the same network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gave a second gateway in old versions. Write two nexthop parts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One of several gateways that share the traffic, each with its own via, dev and weight. Repeat the word for each; the kernel spreads connections by weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Does not care when this route vanishes. Without it the instance goes to FAULT if somebody removes the route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The group with which this route is put back. For static_routes only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+14"/>
        <source>The VRF in whose table the route goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/route_entry.cpp" line="+2"/>
        <source>Recognised, and refused: changing the destination on the way is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/rule_entry.cpp" line="-24"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="-30"/>
        <source>Says that this is an IPv4 rule where the addresses do not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>Says that this is an IPv6 rule where the addresses do not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for packets from this source. The usual selector: traffic from the virtual address goes through a table of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only for packets to this destination. With from in the same rule, both must fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The action: look the packet up in this routing table. Each rule needs exactly one action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+10"/>
        <source>Another word for table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>Turns the selection round: the rule counts for packets that do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The order among all rules of the machine, the lowest first; main comes at 32766. Always write it: otherwise a number is chosen downwards and an error is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+7"/>
        <location line="+3"/>
        <source>Another word for preference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another word for preference. It has nothing to do with the priority of an instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+3"/>
        <source>Only for packets with this type of service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only for packets with this firewall mark, perhaps under a mask. The mark is set by a firewall rule before the route is looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+9"/>
        <source>Realms given to packets that the rule sends to a table; IPv4 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ignores routes of the table that are not longer than this prefix. 0 takes everything from the table but its default route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+6"/>
        <source>Short for suppress_prefixlength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+3"/>
        <source>Ignores routes that leave by an interface of this group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+3"/>
        <source>Short for suppress_ifgroup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>Only for packets that came in by this interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for packets that came in by this interface; lo stands for the machine&apos;s own. If the interface vanishes, the rule stays and fits nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only for packets of sockets bound to this interface. Forwarded packets never fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+8"/>
        <source>Only for packets that came through the tunnel with this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+3"/>
        <source>Only for packets of local users in this range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>The action: look the packet up in the table of its VRF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who has set the rule, as a number. The default lets the daemon recognise its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for this protocol, such as tcp or a number. The documentation of keepalived spells it ip_proto, which is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only for these source ports. keepalived 2.4 refuses a single number; write it as a range, 80-80.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for these destination ports. keepalived 2.4 refuses a single number; write it as a range, 80-80.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+14"/>
        <source>Does not care when this rule vanishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The group with which this rule is put back. For static_rules only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+4"/>
        <source>May stand in front of an action, as in the ip command; it changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+3"/>
        <source>The action: go on with the rule that has this preference, which must be higher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The action: do nothing. Useful as the target of goto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+4"/>
        <source>The action: drop the packet silently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>The action: drop the packet and tell the sender that the network is unreachable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/rule_entry.cpp" line="+2"/>
        <source>The action: drop the packet and tell the sender that it is forbidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stands in keepalived&apos;s documentation, but no version ever understood it. Write ipproto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/top_level.cpp" line="+10"/>
        <source>Asks each network card for its link state at short intervals instead of trusting the kernel&apos;s messages. Only very old drivers need it; it costs wake-ups on every interface, and builds without linkbeat support ignore it. To poll a single interface, list it in linkbeat_interfaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The daemon enters this network namespace before it opens a single socket, so interfaces, addresses and virtual servers are those of the namespace. Use it to run separate balancers on one machine. Create the namespace before the daemon starts; a reload cannot change it, and its pid files move to a folder of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Virtual servers and their health checks live in this namespace while VRRP stays in the other. Without a name the default namespace is meant. It helps where services are balanced inside a container but the virtual addresses belong to the host; a reload cannot change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lets firewall sets be used together with net_namespace. Kernels before 3.13 kept one set of names for all namespaces, so two daemons would have overwritten each other&apos;s; on anything newer you need not write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Puts the pid files into a folder below /run instead of /run itself. Service managers and scripts that look for the old file name will not find it, so change them together. It is on by itself as soon as net_namespace or instance is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Distinguishes several daemons on one machine: the name becomes part of the pid files and, if asked for, of the dump files. Give each daemon its own. The first one in the file counts, and only a restart changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>When the daemon stops it waits this long for its child processes to take the addresses off and say goodbye, and then kills them. Make it longer when thousands of addresses or slow notify scripts need more time. If it is too short, addresses stay behind on this node while the other one already has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Holds what is true for the whole node: its name in mails, who gets them, the user scripts run as, and defaults for all instances. It may stand several times; a later value replaces an earlier one. Settings written here do not override what an instance says itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Names instances whose fixed addresses, routes and rules belong together, so that they are put back together when an interface comes back. You need it only if static entries on an interface must be restored before an instance there can work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Addresses that this node keeps whatever its role, set when the daemon starts and removed when it stops. Your distribution&apos;s network configuration is usually the better place. Every line needs a device, its own or default_interface; never put a virtual address here, or both nodes will answer for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Routes that this node keeps whatever its role. Useful when a route must exist exactly as long as the daemon runs; otherwise leave it to the system&apos;s network configuration. If such a route vanishes, an instance on that interface can go to FAULT unless the line says no_track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Policy routing rules that this node keeps whatever its role, for instance to answer from a second uplink. Write a preference on every line: without one a number is chosen for you and an error is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The instances listed inside move as one: if a single one fails, all of them leave this node. It is what a firewall or NAT balancer with an inside and an outside address needs, so that both sides are never on different nodes. Give all members the same priority and preemption, or they pull the group in two directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Spreads gratuitous ARP and neighbour advertisements over time, for one interface or several together. Switches and routers that drop such packets when hundreds arrive at once need it. The gap multiplies with the number of addresses: 1,000 addresses with 10 ms between them take 10 seconds to announce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Lists interfaces whose link is polled, with the method if the automatic one fails. Needed only for drivers that do not tell the kernel when the cable is pulled. Polling notices a lost link later than the kernel&apos;s own message would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>One virtual router: a set of addresses that exactly one node of the cluster holds at any time. It needs at least an interface and a virtual_router_id, and in practice a priority that differs on each node. A second instance with the same name is ignored, and all its addresses with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A check of your own, run again and again. By itself it does nothing: an instance has to name it in track_script. Then a failure either changes the instance&apos;s priority by weight or, with weight 0, takes it out of the election altogether.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Watches whether a program runs, through kernel events and without starting anything, so it is far cheaper than a script that calls ps. An instance has to name it in track_process. It sees only that the process exists, not that it answers; for that you want a vrrp_script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A file with a whole number that moves the priority of every instance that names it, within a moment of each change. It is the simplest lever for other tools: echo -100 into the file and the node hands over. The file has to be on a local file system, since changes on network mounts are not noticed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The name of track_file before version 2.1.0. It still works in the same way; use the new name unless nodes with an older keepalived read the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Lets a link change count only after it has lasted for so long. Use a few seconds of up delay where switch ports take their time to forward after a link comes up. A down delay is added to the failover time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A BFD session with a neighbour, which notices a dead path in a fraction of a second. Instances name it in track_bfd, real servers in BFD_CHECK. The neighbour has to run BFD too, and both sides have to allow such short intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The certificate and key that HTTPS checks show to the real servers, when these ask for one. There is one such block for the whole file; a second one replaces the first. It does not make the checks verify the server&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A named list of addresses, ports or firewall marks that one virtual_server serves together, so that the real servers are written and checked once. Use it when a site answers on many addresses or ports. Ranges such as 10.0.0.1-20 count in the last number only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A service that the kernel balances over real servers: one address and port, a firewall mark, or a group. Write the protocol, scheduler and method, or defaults are taken with a complaint. Without any real server and without a sorry server it is dropped. The address itself must also be in a vrrp_instance, or nobody answers for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Known only to very early versions. List the real servers in each virtual_server, or let a virtual_server_group share them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/trackers.cpp" line="+10"/>
        <source>The program to look for: its name or path, and arguments if they should count. The kernel keeps 15 characters of a name; for longer ones, and to tell two programs of the same name apart, use full_command. Programs started by an interpreter go by the interpreter&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How the arguments are compared: all of them exactly unless you write initial for the beginning or partial for any part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What the presence is worth. 0 takes the node out of the election while the process is missing; a positive number is added while it runs, a negative one while it does not. With reverse what would be added is taken and the other way round, and with 0 the process must not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>At least this many such processes must run. Workers of a web server count one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>At most this many may run; 0 means that it must not run at all. Helps against a second copy of something that must be alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long a change must last before it counts, in both directions. Choose a little more than a restart of the program takes, so that an upgrade does not move the addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long too few processes must have lasted before they count as missing. This is the one to raise against failovers during restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long too many or again enough processes must have lasted before that counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compares the full path from the command line instead of the short name, which the kernel cuts after 15 characters. It costs a look into /proc at each start of a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The path of the file that holds the number. It has to be on a local file system such as /run: changes on NFS, FUSE, /proc or /sys are not noticed. Write the file in one go, best under another name and renamed, so that nobody reads half of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Multiplied by the number in the file and added to the priority; 1 unless you write another. If the result is -254 or less, the instance goes to FAULT; with weight 0 any number but 0 does so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Makes the file at the start if it is missing, with this number or 0; overwrite also replaces what is there, but never at a reload. Without it a missing file counts as 0 until somebody makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The instances that go with the static entries naming this group. When entries are put back, these instances are looked at anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/virtual_server.cpp" line="+10"/>
        <source>IPv4 or IPv6 for a service that is named by a firewall mark, where no address tells. Services with an address do not need it. With the wrong family the service is made and never matches a packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often a failed check is tried again before its real server is taken out. Checks and real servers can say otherwise, and the very first check after the start has no second chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds between a failed check and the next try, for all checks that do not say otherwise. Together with retry it decides how long a dead server keeps getting clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>First checks are spread at random over this many seconds, so that hundreds of them do not start at once. 0 checks everything right after the start. It defaults to delay_loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds a connection of a check may take, for all checks that do not say otherwise. A server that drops packets instead of refusing them costs this time at each try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds from one check of a real server to the next; 60 unless you write it, which is long. A dead server gets clients until the next check has failed, and its retries after it. Very short ones load the servers, most of all with HTTPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A failed server stays in the table with weight 0 instead of being removed. Open connections to it may go on, and clients bound to it by persistence keep coming back to it. It suits short drops-out and is wrong for servers that are really dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How the kernel chooses a server for a new connection. rr takes turns, wrr by weight; lc and wlc look at open connections; sh and mh bind a client&apos;s address to a server. wlc is a good start for long connections, wrr for many short ones. After a server comes back, lc and wlc send it every new connection until it has caught up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+45"/>
        <source>The newer word for lb_algo; both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Read with an error message and without effect. Remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Schedules each UDP packet by itself instead of keeping a client with one server. For DNS and other questions of one packet; it breaks protocols with longer talks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>First option bit of the scheduler; what it means depends on lb_algo. For sh and mh there are the readable words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+8"/>
        <source>Second option bit of the scheduler; what it means depends on lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+2"/>
        <source>Third option bit of the scheduler; what it means depends on lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sh scheduler also looks at the client&apos;s port, so that many clients behind one address are spread. Write it after lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sh scheduler takes another server when the chosen one has weight 0. Write it after lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The mh scheduler also looks at the client&apos;s port. Write it after lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The mh scheduler takes another server when the chosen one has weight 0. Write it after lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How packets reach the real servers. NAT rewrites addresses, and the servers&apos; way back must lead through the balancer; DR only changes the MAC, needs a common segment and the virtual address on each server without ARP; TUN wraps packets, by ipip, gue or gre. When connections hang in the opening phase, look here and at the servers&apos; default route first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+18"/>
        <source>The newer word for lb_kind, with the same arguments; both work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A kernel module that finds out what belongs together, such as sip, which goes by call. The module has to be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keeps a client with the same server for so many seconds after its last connection; 360 if no number is given. Needed by applications that keep sessions in memory, and by services of several ports. All clients behind one proxy land on one server. A service without a port is persistent whether you write it or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How much of the client&apos;s address counts for persistence: a netmask for IPv4, a prefix length for IPv6. With 255.255.255.0 a whole office goes to one server. Use it for clients that change their address within a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>TCP, UDP or SCTP. Without it UDP is taken and an error reported, which is hardly ever what was meant: clients get no connection although all checks are fine. Services by firewall mark take every protocol and ignore it. Changing it makes the service anew, and open connections are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Checks run only while the virtual address is on this node, which halves the load on the servers. The price: after a failover the new master knows nothing about the servers until the first checks are through. It does nothing for services by firewall mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sends mails about this service&apos;s real servers and quorum. Unless written here or in global_defs, real servers cause mails anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Host header of HTTP checks that do not name one themselves. Without any, the server&apos;s address and port are sent, and a server with several sites answers for the wrong one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+24"/>
        <source>A readable name for this service in SNMP tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Real servers count as dead until their first check succeeds. Without it all of them get clients right after the start, dead ones too. With it there is a short time without any server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>When the daemon stops, notify_down and quorum_down are run as if everything failed. Otherwise it just stops, and what these scripts set up stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when enough servers work again, and at the start unless alpha delays it. Nobody waits for it. Quote it if it has arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when too few servers work. Typical use: taking back a route, so that another site gets the clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Distance between losing and regaining the quorum: lost below quorum minus it, back at quorum plus it. It keeps the service from going on and off around the limit. It must be smaller than quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Weight of real servers that have none of their own. A server with twice the weight gets about twice the connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Gets all clients while the quorum is lost, usually a page that says so. It is not checked. Remember its way back: with NAT its answers have to pass the balancer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-10"/>
        <source>The sum of weights of working servers that the service needs. Below it the sorry server takes over, if there is one, and replaces even the servers that still work. A quorum above the sum of all weights is lowered to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The sorry server stays in the table with weight 0 while it is not needed, instead of being put in and taken out. Connections to it that are open when the real servers come back then run to their end. Write it after sorry_server, or it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How packets reach the sorry server, if not in the way of the others. Useful when it is the balancer itself or lies in another network. Write it after sorry_server, or it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One server behind the service, by address and port; without a port the service&apos;s is taken. It needs at least one check, or it is taken for healthy for ever. Several checks in one block must all succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The netmask of NAT in old versions, without effect long before it was dropped after 1.2.19. Remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Named a group of real servers in the earliest versions. List them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Its share of the clients, relative to the other servers. 0 drains it: open connections go on and nobody new comes, while it still counts as present; the gentle way into maintenance. Large differences make wlc send nearly everything to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How packets reach this server, if not in the way of the service. Mixing methods is possible but hard to debug. It has to fit the server&apos;s own set-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>At this number of connections the server gets no new ones; 0 for no limit. If all servers reach it, clients are refused. Pair it with lthreshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Below this number of connections a server that was full gets new ones again. It has to be smaller than uthreshold, which nobody checks for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>When it fails, this server stays in the table with weight 0 instead of being removed. Open connections may go on, and persistent clients keep trying it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when this server is found good again. It is not run at the start unless rs_init_notifies is on. Quote it if it has arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when this server is taken out. Nobody waits for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This server counts as dead until its first check succeeds. Otherwise it gets clients at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>How often a failed check of this server is tried again before it is taken out. Checks can say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds between a failed check of this server and the next try. Checks can say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The first check comes at a random moment within so many seconds after the start. Checks can say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds a connection of this server&apos;s checks may take. Checks can say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Seconds from one check of this server to the next. Checks can say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sends a mail when this server is taken out or comes back. Otherwise the service&apos;s setting holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Host header of this server&apos;s HTTP checks, unless a check or url names its own. Without any, the address and port are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <location filename="../common/config/schema/virtual_server.cpp" line="+92"/>
        <source>A readable name for this server in SNMP tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Runs a command of yours; its exit code says whether the server is good. The most flexible check, and the costliest: a process for each run. Several checks in one server must all succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Talks to a mail server: waits for its greeting, says HELO and leaves. It leaves an entry in the mail server&apos;s log each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Opens a TCP connection and closes it. Cheap and right for most services, but it only proves that the port is open: a hung application still accepts connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends a ping. It proves that the machine is there, not the service, so combine it with another check. Servers or firewalls that drop pings look dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends a UDP packet and looks at the answer. Without require_reply only a rejected port counts as failed, so silence passes for health.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Fetches one or several pages and looks at status, digest or text. The best check for web servers: let it fetch a page that itself asks the database. A redirect is not followed; it counts as the status it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Like HTTP_GET over TLS. The certificate is not verified, so an expired one is not noticed. Each check costs the server a handshake; do not run it every second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Asks a name server. Any well-formed answer without an error counts; what it says is not looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Takes the number in a track_file as this server&apos;s weight. An operator or a tool can drain the server by writing into the file. The file has to be local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Takes the server out while a BFD session is down. The fastest check there is; it sees the path, not the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A check known only to very early versions. Use one of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>An address with its port, a range such as 10.0.0.1-20 or 10.0.0.0/28, or fwmark and a number. A range counts in the last number of the address only. All entries of a group should be of one family, and ports are left out together or written together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Password of the private key. It stands in the file as it is; protect the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File with the certificates of authorities to trust. In practice nothing is verified with it: HTTPS checks accept any certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File with the certificate shown to servers that ask for one, in PEM. It is read at the start and at reloads, so reload after renewing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>File with the private key that belongs to certificate, in PEM. It must be readable by the checker process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/vrrp_instance.cpp" line="-219"/>
        <source>Sends from the virtual MAC address 00:00:5e:00:01:VRID through a macvlan interface of its own, so that the address in the switch&apos;s and the clients&apos; tables never changes and no ARP update is needed. Use it where neighbours ignore gratuitous ARP. The trap: many clouds, hypervisors and switches with port security drop frames from a second MAC, and then the addresses are unreachable although everything looks well. Changing it on a running node makes the interface anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Addresses that lie on another interface than the instance&apos;s own, or are of the other family, get a virtual MAC there as well. Without it only those on the instance&apos;s interface use one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With use_vmac, advertisements leave with the real MAC of the base interface while the addresses keep the virtual one. Try it when a switch learns the virtual MAC on the wrong port. Strict mode refuses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Like use_vmac, but the extra interface shares the MAC of the base interface, so that hypervisors which allow one MAC per port accept it. Clients then depend on gratuitous ARP again. It cannot be combined with use_vmac.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sends advertisements straight to the listed nodes instead of the multicast group; the answer for clouds and routed networks. Every node lists all the others but not itself, and each entry must be the address the other one sends from. If two lists do not match, both nodes become master. With an empty list the instance falls back to multicast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>An instance that asks for unicast but lists nobody goes to FAULT instead of falling back to multicast. Worth having when the list is filled by a template that may come out empty: a quiet fallback looks healthy and leaves two masters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Accepts unicast advertisements only from addresses listed in unicast_peer. It keeps a forgotten or cloned machine out of the election. Before turning it on make sure that the lists are complete on every node, or a legitimate peer is ignored and both become master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Versions up to 1.3.6 computed the checksum of VRRPv3 unicast over IPv4 differently. The old form is recognised by itself; never keeps it from being tried. Needed only while such an old node is still a peer, and only builds made for it know the word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Makes this an IPv6 instance even when that cannot be told from its addresses. Since the first virtual address decides the family, you need it only for an instance without addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The role in which the instance starts, until the first advertisements have been heard. After that only priority decides, so MASTER here does not make a node the master and does not keep it so. Write BACKUP on every node when you use nopreempt; with MASTER, nopreempt does not work. If priority is missing, MASTER means priority 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The network interface advertisements are sent and heard on, and where the virtual addresses go unless they name another. If its link goes down, the instance goes to FAULT. A name that does not exist stops the whole VRRP process, also at reload, unless dynamic_interfaces is on. It may differ from node to node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Lets a unicast instance work inside this VRF without naming an interface. Use it where the path to the peer may leave through several interfaces of the VRF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The instance stays in its role although the link of its own interface is down. Right for a cable that runs directly between two nodes, where one node&apos;s reboot takes the link down for both. Anywhere else it leaves the addresses on a node that nobody can reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Further interfaces that this instance needs, for instance the one towards the real servers. Without a weight a lost link means FAULT and the addresses move; with a weight the priority changes instead, and you have to make sure that the change is larger than the difference between the nodes. The instance&apos;s own interface is watched in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Names the vrrp_script blocks whose results count here, each with a weight of its own if you want another one. With weight 0 a failure takes this node out of the election. With any other weight a failover happens only if the changed priority drops below the other node&apos;s: 150 with weight -20 never falls below 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Names the track_file blocks whose numbers count here. The number in the file times the weight is added to the priority; at -254 and less the instance goes to FAULT. A missing file counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Names the vrrp_track_process blocks that count here. With weight 0 a missing process takes this node out of the election; otherwise the priority changes. Mind that a restart of the program is also a short absence: give the process a terminate_delay longer than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Names the BFD sessions that count here. With weight 0 a session that is down means FAULT at once; otherwise the priority changes. Sessions start down, so expect the effect right after the daemon starts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Source address of multicast advertisements; otherwise the interface&apos;s first address is taken. When two nodes have the same priority the higher source address wins, so this can decide an election. It is kept in the same place as unicast_src_ip: the last one in the block counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Source address of unicast advertisements. Write it whenever unicast_peer is used: peers compare it with their own lists, and if the interface has several addresses the one picked by itself may be another after a reboot. It must exist on this node, and it is different on each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A multicast group for this instance alone, so that virtual routers with the same number can live side by side. It has to be the same on all nodes; routers of other makes will not listen on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The instance goes to FAULT while the source address given for its advertisements is missing on this node. Without it, the daemon cannot send and the peer takes over while this node may still believe it is master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The number that ties the nodes of one virtual router together: the same on all of them, and used by nobody else on the network segment. When two clusters share a number they fight, with log lines about wrong passwords or address lists; that is the first thing to look for when masters flap after a new installation. Two instances with the same number on one interface stop the VRRP process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Time to live of outgoing unicast packets. 255 lets a peer with min_ttl verify that nothing has been routed from afar. Lower it only to keep advertisements from leaving your network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>VRRP version of this instance. Version 3 can advertise faster than once a second and does IPv6; version 2 has passwords. All nodes need the same: a node drops the other version&apos;s packets, so a difference means two masters. Change all nodes in one go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The node with the highest number becomes master; a common pair has 150 and 100. Give every node another number, since with equal ones the higher source address wins. The weights of tracked things are added, within 1 to 254. 255 is for a router that owns the address itself: it takes over at once, and no tracking can ever lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>How often the master announces itself. A backup takes over when it has missed three announcements, so 1 means about 3.6 seconds without service; version 3 goes down to 0.01. All nodes need the same value: in version 2 a different one makes each node ignore the other, and both become master. Below 0.1 make sure that the processes are not held up by load, or you fail over for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The addresses that move with this instance, one per line, with prefix length, device and label if you like. The list should be the same on every node. The first one decides between IPv4 and IPv6; addresses of the other family belong in virtual_ipaddress_excluded. Without a prefix length it is a /32 or /128, which is usually right for a service but not for a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Addresses that move along but are not named in the advertisements. Use it when there are too many for one packet, or to carry IPv6 addresses with an IPv4 instance. The nodes do not compare these lists, so a forgotten line on one node goes unnoticed until the failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Says that an instance without addresses is meant so: it runs the election for its scripts, routes or sync group only. Without this word, version 3 refuses such an instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sets the kernel switch by which secondary addresses survive when the primary one of their subnet is removed. Without it, removing one virtual address can take others of the same subnet with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Polls the link of this instance&apos;s interface. Replaced by the block linkbeat_interfaces, which says the same for an interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Leaves the pseudo header out of the checksum of VRRPv3 over IPv4, as some routers do. Turn it on only when the log of one side shows checksum errors, and then for every node of this virtual router.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routes that are set when this node becomes master and removed when it stops being it, for instance a default route through a provider that only the master uses. A route that is removed by others puts the instance into FAULT, unless its line says no_track. The order counts: a route whose gateway is reached through another one comes after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Policy routing rules that exist only on the master. Write a preference on each line, otherwise one is chosen and reported as an error. Usually they come together with virtual_routes into a table of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A master answers packets to the virtual addresses. That is what happens anyway, unless strict mode is on; you write it to have services on the addresses in strict mode with version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The firewall drops what is sent to the virtual addresses on the master itself; it only forwards. Right for a pure router, wrong for a balancer with services on the address: clients get no answer, not even to ping, while the state looks perfect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Compares the address list of an advertisement only when it comes from another master than the one before. It saves time with hundreds of addresses. In keepalived any argument turns it on, even false; leave the word out if you do not want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Holds this instance to the RFC: no passwords, no unicast on an interface with multicast, MASTER only with priority 255, and the addresses refuse packets unless the node owns them. That last point surprises most people: ping stops answering. Use it only when another make of router needs it, and read the log after turning it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Takes over from a master with a lower priority. This is the default; the word exists for old files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A node that comes back stays backup as long as somebody else is master, even with a higher priority, which spares the second interruption. Write it with state BACKUP on every node; with state MASTER or priority 255 it is ignored with an error. It does not protect against both daemons being restarted, and a tracked weight can no longer move the address back or forth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>A node with the higher priority waits this long before it takes over from a working master, so that routing and services can settle after a boot. It needs state BACKUP and has no effect with nopreempt. A dead master is replaced at once, whatever stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Level of detail in the log, read by old versions. Accepted, with next to no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when this instance becomes backup, also at the start. It is given nothing but the arguments you write. Nobody waits for it, so two quick changes may run two scripts at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when this instance becomes master, after the addresses are set. Typical uses are starting a service or telling a cloud to move a route. Nobody waits for it: if it fails, the node stays master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when this instance goes to FAULT: link lost, script failed or configuration unusable. The node has given its addresses up by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when the daemon stops. It has about a second; what takes longer may be cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when a reload removes this instance. As a bare word it only makes the general notify command hear DELETED instead of FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run at every change of state; it is given INSTANCE, the name, the new state and the priority behind your own arguments. One script for all states is easier to keep right than four. Quote the command if it has arguments of its own, or they are taken for a user and a group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Command run when this master hears somebody with a lower priority who also believes to be master. It is a sign of a divided network or of two lists of peers that do not match. It may run once per second as long as that lasts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sends a mail at each change of this instance, with the server and addresses of global_defs. Mails have no retry queue: if the server cannot be reached, for instance because this very failover cut it off, the mail is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Writes a line into the notify pipe whenever tracked things change the priority, even if the role stays. Handy for graphs; with weights on flapping checks it can be a lot of lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Copies IPVS connections to the other node over this interface. Replaced by lvs_sync_daemon in global_defs, which names the interface and the instance in one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Seconds between the first announcements after becoming master and a second burst, for switches that were not ready yet. 0 leaves the second burst out. Lengthen it when a spanning tree takes its time after the failover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Repeats the announcements at this interval as long as the node is master; 0 never. Use 60 or so when some router forgets or keeps the wrong MAC, for instance after its own restart. With many addresses each refresh is a burst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How many announcements go out for each address in one burst. The default of 5 is plenty on a healthy network; fewer help when thousands of addresses make the burst too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many announcements for each address at every refresh. It counts only with garp_master_refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>After so many missed advertisements a backup takes over; 3 by default. More make the cluster patient with a lossy or overloaded network, at the price of a longer outage. Use the same on all nodes, and prefer it to a longer advert_int when advertisements are lost now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>If this master finds that it was stopped so long that the others must have taken over, because of a paused virtual machine or an overload, it steps back instead of fighting for the address. The number is the priority it assumes of the others. It needs nopreempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The name by which the release notes of one version called timer_expired_backup. It does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With use_vmac, repeats announcements through the base interface, or through all VMACs with the word all, at this interval in seconds. Needed when a bridge or switch forgets on which port the virtual MAC lives; 0 turns it off here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The name of garp_extra_if before version 2.2.3, with the same arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A master that hears a lower priority does not answer with an advertisement of its own. The RFC wants it so; by default the answer is sent, which ends a quarrel faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A master that hears a higher priority answers once more before it steps back. So the new master learns of it and repairs the tables of the switches sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With priority 255, ignores every advertisement of the others, as the RFC says an owner may. Two owners on one segment will then never notice each other. In keepalived an explicit false has no effect with priority 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Size in bytes of the receive buffer for advertisements of this instance. Raise it when the kernel&apos;s counters show dropped packets on a node with very many instances; the system&apos;s limit may cap it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A password in VRRPv2 advertisements. It keeps a wrongly configured machine out, not an attacker, since it travels in plain text. All nodes need the same; version 3 has none, and strict mode throws it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Signs VRRPv3 advertisements with a key that all nodes share, against forged packets. Bring it in with mode permissive on every node first and switch to enforce when all of them sign. If active_key is missing the whole block is off and packets travel unsigned. Only version 2.4.0 and later know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Tied two instances together in the earliest versions. A vrrp_sync_group with both of them does it today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>PASS puts the password into each advertisement, readable by everybody on the segment; AH puts a keyed checksum there instead. Use PASS unless your other nodes say AH, which does not work with IPv6 or version 3 and is not carried by every network. A different type on one node means two masters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The shared password; only the first eight bytes count, and the rest is cut off with an error. If the two nodes differ, each drops the other&apos;s advertisements and both become master. Choose another one for each virtual_router_id, so that mixed-up numbers show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>One key with its number, written as text, as hex: or as file: with a path, of 32 to 64 bytes. Several keys may stand side by side: add the new one on all nodes, then change active_key, then remove the old one. A key file that others can read is reported as a security error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Number of the key this node signs with. Without it, or if no such key exists, the extension is switched off and packets are sent unsigned; there is only a configuration error to tell you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How many seconds the clocks of two nodes may differ before a packet counts as a replay. Keep the clocks synchronised rather than making the window large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How a recorded and repeated packet is recognised: time compares the clocks, monotonic remembers the last counter of each sender. Take monotonic where clocks cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>enforce accepts signed packets only; permissive accepts both; receive-only checks but sends unsigned. Roll out with permissive, finish with enforce. A node that enforces while another does not sign yet will not see it, and both become master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/vrrp_script.cpp" line="+10"/>
        <source>The command to run; exit code 0 means good, anything else failed. With arguments it needs double quotes, or the second and third word are taken for a user and a group. Give an absolute path: scripts run with next to no environment. Test it as the user it will run as, since a script that cannot be started counts as failed on every node at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Seconds from one start of the script to the next. If a run is still going when the next is due, that one is left out. Detecting a failure takes up to interval times fall, plus the timeout. Fractions of a second need a newer keepalived than 2.2.7, which ignores them with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A run that takes longer is ended, first politely, two seconds later by force, and counts as failed. It defaults to the interval. A check of a remote service needs its own, shorter timeout, so that it can say why it failed. keepalived 2.2.7 takes whole seconds only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What the result is worth. 0 takes the node out of the election while the script fails. A positive number is added to the priority while it succeeds, a negative one while it fails. Make it larger than the difference between the nodes&apos; priorities, or nothing ever moves; with reverse what would be added is taken and the other way round, and with 0 it is success that takes the node out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Good results in a row until a failed script counts as good again. The very first result after the start decides alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Failed results in a row until the script counts as failed. 2 or 3 keep one slow answer from moving the addresses. The very first result after the start decides alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>User, and after it group, that this script runs as, instead of script_user. Root only if the check really needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The script counts as failed until its first result. Without it, it counts as good, so that a broken node can become master for a moment after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/vrrp_sync_group.cpp" line="+10"/>
        <source>The instances that move together, one name per line. An instance can be in one group only. A name that no instance has is reported and left out, and a group without members is dropped; with a single member it does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Interfaces that bear on every member. A lost link without weight takes the whole group to FAULT. Weights count only with sync_group_tracking_weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scripts that bear on every member, so that you need not repeat them in each instance. Weights count only with sync_group_tracking_weight; without it a weighted script is left out, with an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Files whose number bears on every member. Weights count only with sync_group_tracking_weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Processes whose presence bears on every member. Weights count only with sync_group_tracking_weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>BFD sessions whose state bears on every member. Weights count only with sync_group_tracking_weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the group becomes backup. It runs once for the group, besides those of its members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the group becomes master, that is when all members can be. It runs once for the group, besides those of its members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when the group goes to FAULT, because at least one member did. It runs once for the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the daemon stops. It has about a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run at every change of the group; it is given GROUP, the name, the new state and 0 behind your own arguments. The members still run their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends a mail at each change of the group. Usually better than one mail per member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Allowed tracking in a group in old versions. It is always allowed today; remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Lets the weights of tracked things count inside this group. All members need the same trackers and weights on each node, or their priorities drift apart and the group cannot decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Writes a line into the notify pipe whenever tracked things change a member&apos;s priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/interfaces.cpp" line="+13"/>
        <source>Gap between two gratuitous ARPs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Gap between two unsolicited neighbour advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The only interface of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The interfaces of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>An interface and how its link is asked for: MII, ETHTOOL or IOCTL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>An interface, how long its link must be down, and how long up, before that counts; one number is taken for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/route_entry.cpp" line="-127"/>
        <source>Where the route leads to: a network, default or default6, perhaps with to and a type such as blackhole in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The source address that connections of this machine take over this route.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Only for packets from this source network; IPv6 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The routing table, by name from rt_tables or by number; main unless you write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who has set the route, as routing daemons see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How far the destination is: link for connected networks, global behind a gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Of several routes to the same network the one with the lowest metric is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The interface the packets leave by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Takes the gateway for directly reachable although no connected network contains it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The kernel removes the route after so many seconds; IPv6 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>First guess of the round-trip time, with ms or s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Shortest time after which TCP sends again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Puts the route in front of others to the same network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Gave a second gateway in old versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>One of several gateways that share the traffic, each with its own via, dev and weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Does not care when this route vanishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The group with which this route is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/rule_entry.cpp" line="-88"/>
        <source>Only for packets from this source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for packets to this destination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The action: look the packet up in this routing table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The order among all rules of the machine, the lowest first; main comes at 32766.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Only for packets with this firewall mark, perhaps under a mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Ignores routes of the table that are not longer than this prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Only for packets that came in by this interface; lo stands for the machine&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for packets of sockets bound to this interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Who has set the rule, as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only for this protocol, such as tcp or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In keepalived&apos;s documentation, but never understood; write ipproto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only for these source ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only for these destination ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The group with which this rule is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The action: do nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/top_level.cpp" line="-72"/>
        <source>Poll the link state of every interface instead of waiting for kernel messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Run everything inside this network namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Network namespace for virtual servers and their checks, when it differs from net_namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Allow ipsets inside a network namespace; only kernels before 3.13 need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the pid files in a folder of their own instead of /run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name of this daemon when several run on one machine; becomes part of its file names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long a stopping daemon waits for its child processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Settings of the whole node: its name, mail, script user, defaults of all instances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Instances whose fixed addresses, routes and rules are restored together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Addresses this node always has, whoever is master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routes this node always has, whoever is master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routing rules this node always has, whoever is master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Instances that must always be master on the same node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Limits how fast address announcements leave through the interfaces of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Interfaces whose link is polled, and how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One virtual router: virtual addresses that are on exactly one node at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A command run again and again; its result moves the priority or faults the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A process whose presence moves the priority or faults the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A file whose number moves the priority or faults the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Older name of track_file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long a link change must last before it counts, per interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A BFD session with a neighbour; its state can be tracked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Certificate and key that the HTTPS check shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Several addresses or firewall marks served by one virtual_server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A load-balanced service with its real servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/trackers.cpp" line="+13"/>
        <source>Program to look for, perhaps with its arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How much of the arguments must fit: all, the beginning, or any part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Added to the priority while it runs (positive) or while it does not (negative). 0: absence means FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>At least this many must run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>At most this many may run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How long a change must last before it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How long a process must be gone before it counts as gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How long a process must run before it counts as running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare the full command line instead of the short name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>File that holds a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Multiplied by the number in the file and added to the priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Make the file at start, with this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The instances of the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/virtual_server.cpp" line="-176"/>
        <source>IPv4 or IPv6 for a service that is named by a firewall mark, where no address tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often a failed check is tried again before its real server is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds between a failed check and the next try, for all checks that do not say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>First checks are spread at random over this many seconds, so that hundreds of them do not start at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Seconds a connection of a check may take, for all checks that do not say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds from one check of a real server to the next; 60 unless you write it, which is long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A failed server stays in the table with weight 0 instead of being removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How the kernel chooses a server for a new connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Read with an error message and without effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Schedules each UDP packet by itself instead of keeping a client with one server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>First option bit of the scheduler; what it means depends on lb_algo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The sh scheduler also looks at the client&apos;s port, so that many clients behind one address are spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sh scheduler takes another server when the chosen one has weight 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The mh scheduler also looks at the client&apos;s port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The mh scheduler takes another server when the chosen one has weight 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How packets reach the real servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A kernel module that finds out what belongs together, such as sip, which goes by call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Keeps a client with the same server for so many seconds after its last connection; 360 if no number is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How much of the client&apos;s address counts for persistence: a netmask for IPv4, a prefix length for IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>TCP, UDP or SCTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Checks run only while the virtual address is on this node, which halves the load on the servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sends mails about this service&apos;s real servers and quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The Host header of HTTP checks that do not name one themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Real servers count as dead until their first check succeeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When the daemon stops, notify_down and quorum_down are run as if everything failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when enough servers work again, and at the start unless alpha delays it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when too few servers work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sum of weights of working servers that the service needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Distance between losing and regaining the quorum: lost below quorum minus it, back at quorum plus it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Weight of real servers that have none of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Gets all clients while the quorum is lost, usually a page that says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sorry server stays in the table with weight 0 while it is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How packets reach the sorry server, if not in the way of the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>One server behind the service, by address and port; without a port the service&apos;s is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The netmask of NAT in old versions, without effect long before it was dropped after 1.2.19.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Named a group of real servers in the earliest versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Its share of the clients, relative to the other servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>How packets reach this server, if not in the way of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>At this number of connections the server gets no new ones; 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Below this number of connections a server that was full gets new ones again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>When it fails, this server stays in the table with weight 0 instead of being removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Command run when this server is found good again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when this server is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This server counts as dead until its first check succeeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How often a failed check of this server is tried again before it is taken out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds between a failed check of this server and the next try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The first check comes at a random moment within so many seconds after the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds a connection of this server&apos;s checks may take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Seconds from one check of this server to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sends a mail when this server is taken out or comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The Host header of this server&apos;s HTTP checks, unless a check or url names its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Runs a command of yours; its exit code says whether the server is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Talks to a mail server: waits for its greeting, says HELO and leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Opens a TCP connection and closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sends a ping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sends a UDP packet and looks at the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fetches one or several pages and looks at status, digest or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like HTTP_GET over TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Asks a name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Takes the number in a track_file as this server&apos;s weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Takes the server out while a BFD session is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A check known only to very early versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>An address with its port, a range such as 10.0.0.1-20 or 10.0.0.0/28, or fwmark and a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Password of the private key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File with the certificates of authorities to trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File with the certificate shown to servers that ask for one, in PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File with the private key that belongs to certificate, in PEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/vrrp_instance.cpp" line="-201"/>
        <source>Send from the virtual MAC address, through a macvlan interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Give addresses on other interfaces a VMAC of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send advertisements from the base interface although use_vmac is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Like use_vmac with an ipvlan interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Send advertisements to these nodes instead of the multicast group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>FAULT, instead of multicast, when no unicast peer is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accept unicast advertisements only from the peers listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Checksum of unicast advertisements as before version 1.3.7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Make this an IPv6 instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Role at start, until the first election. Priority decides afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Interface that advertisements are sent on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>VRF to work in when no interface is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keep running although the link of the instance&apos;s own interface is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Other interfaces whose link state bears on this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scripts whose result bears on this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Files whose number bears on this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Processes whose presence bears on this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>BFD sessions whose state bears on this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Source address of advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Source address of unicast advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Multicast group of this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>FAULT while the source address is not on this node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Number of the virtual router: the same on every node, unique on the network segment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>TTL of unicast advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>VRRP version. The same on every node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The highest among the nodes becomes master. 255: this node owns the addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Time between two advertisements. The same on every node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The addresses that move with this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Addresses that move along but are not in the advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This instance has no addresses, and that is meant so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep secondary addresses when the primary one is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No longer needed; use linkbeat_interfaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>VRRPv3 checksum without the pseudo header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routes that move with this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routing rules that move with this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A master answers on the virtual addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A master drops traffic to the virtual addresses itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Keep this instance to the letter of the RFC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take over from a lower-priority master. This is the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Do not take over from a lower-priority master that is already there. Needs state BACKUP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Wait this long before taking over from a lower-priority master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Log level of this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when the instance becomes backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when the instance becomes master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the instance enters FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location filename="../common/config/schema/vrrp_sync_group.cpp" line="+36"/>
        <source>Command run when the daemon stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when a reload removes the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run at every change; gets INSTANCE, name, state and priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Command run when a master hears a lower-priority advertisement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send a mail when the instance changes state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Report priority changes through the pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No longer needed; use lvs_sync_daemon in global_defs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Step back when our own timer ran so late that the others must have taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Other name of timer_expired_backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Older name of garp_extra_if.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Receive buffer for advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Password in VRRPv2 advertisements. Keeps accidents away, not attackers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed VRRPv3 advertisements with keys that can be rolled over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Removed from keepalived; use vrrp_sync_group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>PASS sends the password as it is; AH sends a keyed digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Password, the same on every node. Only the first 8 characters count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A key with its number; several allow a roll-over without interruption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Number of the key that advertisements are signed with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How far the clocks of the nodes may be apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How repeated packets are recognised: by time or by a counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Whether unsigned packets are refused, accepted, or this node only listens for signed ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/vrrp_script.cpp" line="+14"/>
        <source>Command to run; exit code 0 means good. With arguments it needs quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Time from one start to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A run that takes longer counts as failed and is killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Added to the priority while good (positive) or while failed (negative). 0: failure means FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Good results in a row until it counts as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Failed results in a row until it counts as failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>User, and perhaps group, the command runs as.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Counts as failed until the first result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/vrrp_sync_group.cpp" line="-23"/>
        <source>The instances that move together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Interfaces whose link state bears on every member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scripts whose result bears on every member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Files whose number bears on every member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Processes whose presence bears on every member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>BFD sessions whose state bears on every member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the group becomes backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the group becomes master.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Command run when the group enters FAULT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Command run at every change; gets GROUP, name, state and 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send a mail when the group changes state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No longer needed; ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Let weights of tracked things count inside this group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Report priority changes of the members through the pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/directives.cpp" line="+12"/>
        <source>Reads another file, or all that fit a pattern, in place of this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like include; a file that cannot be read is an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includer; a name without wildcards has to exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includem; a pattern has to fit something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includer; each word between braces has to fit something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like include with all checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keeps the line only on the node whose config id is ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keeps the line only on nodes whose config id is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Defines a name for a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stands for the text defined under the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stands for the text defined under the name, wherever it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The folder of the file being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The config id of this node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A random whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The value of an environment variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A # that begins no comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A ! that begins no comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats the line for each number of a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats the line for each number of a row, written in hexadecimal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats the line for each member of a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../common/config/schema/help/directives.cpp" line="+10"/>
        <source>Reads another file, or all that fit a pattern, in place of this line. Paths are relative to the file with the line. A name that fits nothing is passed over in silence, and half of your configuration may be missing without a word: use includea, or set include_check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Like include, but a file that cannot be read, or is no regular file, is reported as an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includer, and a name without wildcards has to exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includem, and a pattern with wildcards has to fit at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like includer, and every alternative in a {a,b} has to fit something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Like include with all checks: whatever is missing or unreadable is an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keeps the rest of the line only where the config id is ID: the option -i, or the first part of the host name. So one file serves all nodes of a cluster. A host name that changes takes the node&apos;s lines away with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Keeps the rest of the line only where the config id is not ID. There is no form with an exclamation mark, since that begins a comment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Defines a name for a text that $NAME or ${NAME} stand for later on. No blank may stand before the equals sign. A backslash at the end goes on to the next line, so that a name can stand for several lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stands for the text defined under the name. A blank, a comma, a closing bracket or the line&apos;s end must follow; an undefined name stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Stands for the text defined under the name; the braces let other characters follow at once, as in ${NET}.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The folder of the file being read, for paths of scripts next to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The config id of this node, the one that @ID is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A random whole number, from 0 to 32767 unless you give bounds. Each process draws its own, so parts read by two processes can differ unless random_seed is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The value of an environment variable of the daemon. Under a service manager few are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A # that begins no comment, for texts that are substituted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A ! that begins no comment, for texts that are substituted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats the rest of the line for each number from START to END; the variable stands for the number. It has to begin the line. Two in a row make an inner and an outer loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Like ~SEQ, with the numbers written in hexadecimal, as IPv6 addresses want them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Repeats the rest of the line for each member of a list, or for several variables at once with lists in braces. Missing members are blank.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::AboutDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/about_dialog.cpp" line="+14"/>
        <source>Twinhelm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A desktop console and a node engine for Linux load-balancer pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One keepalived.conf for both nodes, deployed over SSH, watched live. The files it writes are read by stock keepalived as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ActionSet</name>
    <message>
        <location filename="../gui/widgets/shell/action_set.cpp" line="+35"/>
        <source>&amp;New site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Open site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Close site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Import pair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Export keepalived.conf…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Shift+E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+43"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-43"/>
        <source>Ctrl+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>&amp;Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-8"/>
        <source>Ctrl+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Form &amp;and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Shift+1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F&amp;orm only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Shift+2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Te&amp;xt only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Shift+3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to &amp;problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>F8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add &amp;node…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+Shift+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Node &amp;settings and enrolment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>F4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ctrl+R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;About Twinhelm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::AgentClient</name>
    <message>
        <location filename="../gui/core/live/agent_client.cpp" line="+133"/>
        <location line="+135"/>
        <source>%1 is not enrolled yet: this desk has no certificate for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-102"/>
        <source>%1 sends a state that this desk cannot read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 says that it is node &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 fell silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+69"/>
        <source>Enrol the node first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::AgentError</name>
    <message>
        <location filename="../gui/core/live/agent_error.cpp" line="+31"/>
        <source>its certificate is for &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its certificate ran out on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its certificate is not valid yet; compare the clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>its certificate is not signed by this site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 answers with HTTP status %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that its version of twinhelmd fits this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that twinhelmd runs there and listens on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The host name of %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check host or api_host of the node in the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check the network between this desk and the node, and its firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It is not enrolled yet or does not know this desk&apos;s certificate; enrol the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is not trusted: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>If this is the right node, enrol it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 cannot be reached: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Block</name>
    <message>
        <location filename="../gui/core/presenters/block_sections.cpp" line="+17"/>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sync groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tracking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Virtual servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Static addresses and routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Interfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::BlockEdits</name>
    <message>
        <location filename="../gui/core/presenters/block_edits.cpp" line="+171"/>
        <source>%1 is there already, as it would be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>There is no %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::BlockForm</name>
    <message>
        <location filename="../gui/widgets/form/block_form.cpp" line="+30"/>
        <source>Edit as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>No form for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No version of keepalived knows this block, so only its text can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing to edit yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add an instance with the button above the list, or write the configuration as text; a form appears for each of its blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Show &amp;fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Show &amp;more settings (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::BlockFormPresenter</name>
    <message>
        <location filename="../gui/core/presenters/block_form_presenter.cpp" line="+211"/>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Switch %1 of %2 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Set %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Set %1 of %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+110"/>
        <source>Set %1 of %2 for each node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Share %1 of %2 as on %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::BlockNavigator</name>
    <message>
        <location filename="../gui/widgets/form/block_navigator.cpp" line="+34"/>
        <source>Blocks of the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Add a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Rename the block, and all that refers to it (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remove the block (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+104"/>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Everything that refers to it gets the new name, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::BlockTreeModel</name>
    <message>
        <location filename="../gui/core/models/block_tree_model.cpp" line="+246"/>
        <source>%1, read by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ChangedHostDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/host_key_dialog.cpp" line="+73"/>
        <source>The key of %1 has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Somebody may be standing between you and the host, or it was installed anew. The connection was refused and nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>When you are sure that the new key is right, forget the old one and connect again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ChoiceField</name>
    <message>
        <location filename="../gui/widgets/form/field_controls.cpp" line="+50"/>
        <location line="+22"/>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not set (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ClusterCardWidget</name>
    <message>
        <location filename="../gui/widgets/pages/cluster_card.cpp" line="+21"/>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ClusterPage</name>
    <message>
        <location filename="../gui/widgets/pages/cluster_page.cpp" line="+32"/>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+85"/>
        <source>not deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 was told to hand over %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 may become MASTER of %2 again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ClusterPresenter</name>
    <message>
        <location filename="../gui/core/presenters/cluster_presenter.cpp" line="+43"/>
        <source>The nodes are not asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>errors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The configuration is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ConfigTextEdit</name>
    <message>
        <location filename="../gui/widgets/text/config_text_edit.cpp" line="+95"/>
        <source>Configuration text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ConnectionSummary</name>
    <message>
        <location filename="../gui/widgets/shell/connection_summary.cpp" line="+30"/>
        <source>nothing heard from %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No node yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 nodes connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Deploy</name>
    <message>
        <location filename="../gui/core/deploy/config_fetcher.cpp" line="+23"/>
        <source>%1 has no file %2, so there is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;systemctl cat keepalived&quot; on the node shows which file its engine reads; give that one as config_path in site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/deploy/deploy_plan.cpp" line="+36"/>
        <source>There is no node to deploy to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give the cluster its nodes in site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Node %1 is in the deploy twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The configuration for %1 is empty; its engine would give up every address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that the cluster&apos;s file has lines for this node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>config_path of %1 is &quot;%2&quot;; it must begin with /.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Correct it in site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Connect to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at what %1 has in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Upload beside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Validate with the %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the old file as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Swap the files at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reload %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Verify that the new configuration is in force on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/deploy/deploy_report.cpp" line="+18"/>
        <source>connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The deploy stopped on %1 at &quot;%2&quot;: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The deploy was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The new configuration is in force on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/deploy/deploy_runner.cpp" line="+29"/>
        <location line="+19"/>
        <location filename="../gui/core/deploy/node_deploy.cpp" line="+255"/>
        <source>nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-15"/>
        <source>The site does not say how to reach %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add it to site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/deploy/engine_status.cpp" line="+38"/>
        <source>The status of twinhelmd on %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that twinhelmctl there is the one of the running twinhelmd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/deploy/node_deploy.cpp" line="-204"/>
        <source>already had the new configuration; it is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has the new configuration in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Not needed: the node has this file already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not needed: there is no older file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <source>%1 (exit code %2 of: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The file could not be checked on %1: the check ended with exit code %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check that the engine is installed there and that ctl of the node in site.toml is its path; 127 means that it was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The engine of %1 refuses the file (exit code %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Correct what it reports in the document and deploy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The old file could not be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Check the disk of that node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The files could not be swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Check the rights on that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The engine of %1 did not run and could not be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Start it by hand and read its log (journalctl), then deploy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The engine of %1 did not take the new configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+17"/>
        <source>Correct what it reports and deploy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-10"/>
        <source>The engine of %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at its log on the node (journalctl).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 still has another configuration in force: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>With the new configuration %1 is in FAULT on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Mend the reason on the node, or the document, and deploy again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 has not chosen a state on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <source>had the new file already; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>had the new file from an earlier deploy and keeps it; the engine runs what it had loaded. The file before it may be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>nothing was changed; its old configuration is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Putting the old file back on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>cannot be reached to put the old file back. It may have the new file as %1; its engine runs what it had loaded last. The old file is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>has its old file back; its engine never saw the new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>has its old file back; its engine did not run before the deploy either</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has no configuration file, as before the deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>has its old configuration back in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>has its old file back, and keepalived was told to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>has its old file back, but its engine does not say that it is in force. Log in and restart the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::DeployPage</name>
    <message>
        <location filename="../gui/widgets/pages/deploy_page.cpp" line="+49"/>
        <source>&amp;Review changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+65"/>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-64"/>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stops before the next node, or before this one is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Output of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a step to see its command and what the node printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>See it before you do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Review reads the file of each node and shows line by line what will change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+103"/>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-102"/>
        <source>&amp;Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+79"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::DeployPresenter</name>
    <message>
        <location filename="../gui/core/presenters/deploy_presenter.cpp" line="+40"/>
        <source>The configuration is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The configuration has errors; mend them on the Edit page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Deploy to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Reading what the nodes run now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Deploying. One node after the other; the first failure stops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stopping at the next safe point…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Each node checks the file before it takes it; the old one stays in force when anything fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 still runs another configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::DialogPrompter</name>
    <message>
        <location filename="../gui/widgets/dialogs/dialog_prompter.cpp" line="+13"/>
        <location line="+10"/>
        <source>The previous answer was wrong. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Log in to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 asks user %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Unlock your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is protected. It is needed to log in to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Document</name>
    <message>
        <location filename="../gui/core/document/document.cpp" line="+94"/>
        <source>This configuration has no file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Choose where to save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Delete text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Type text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::DraftFolder</name>
    <message>
        <location filename="../gui/core/workspace/draft_folder.cpp" line="+49"/>
        <source>Unsaved changes cannot be kept in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>If the desk ends now, they are lost; save them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::EditPage</name>
    <message>
        <location filename="../gui/widgets/pages/edit_page.cpp" line="+58"/>
        <source>&amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;What if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What becomes of the virtual addresses if a node, a link, a check or the network between the nodes fails, as the engine itself would act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+45"/>
        <source>Form &amp;and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F&amp;orm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::EventModel</name>
    <message>
        <location filename="../gui/core/models/event_model.cpp" line="+160"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Field</name>
    <message>
        <location filename="../gui/core/presenters/field_labels.cpp" line="+18"/>
        <source>State at start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Virtual router ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Advertisement interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>VRRP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Virtual addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Never preempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Preemption delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tracked scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tracked interfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unicast source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unicast peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On becoming MASTER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On becoming BACKUP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On FAULT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>On every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/presenters/field_spec.cpp" line="+58"/>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>A change announces the addresses anew; they stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A change may move a virtual address to another node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A change takes effect only when the daemon is started anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/presenters/field_text.cpp" line="+44"/>
        <source>&quot;%1&quot; is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&quot;%1&quot; is not a number; write decimals with a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 is outside of %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>&quot;%1&quot; is not an address; write 10.0.0.3/24 or 2001:db8::3/64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+25"/>
        <source>A value stands on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A double quote cannot be part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&quot;%1&quot; is not one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/presenters/form_reader.cpp" line="+73"/>
        <source>No version of keepalived knows this word here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::FieldEditor</name>
    <message>
        <location filename="../gui/widgets/form/field_editor.cpp" line="+28"/>
        <source>From %1 to %2%3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>At least %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>At most %1%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>When not set: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::File</name>
    <message>
        <location filename="../gui/core/base/file.cpp" line="+27"/>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check that the file is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The old file is untouched. Check free space and that you may write in its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>its folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::FlagField</name>
    <message>
        <location filename="../gui/widgets/form/field_controls.cpp" line="+5"/>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::FormRowWidget</name>
    <message>
        <location filename="../gui/widgets/form/form_row_widget.cpp" line="+42"/>
        <source>Remove it, so that the default holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+54"/>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Different values for each node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>One value for all nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Written in a way the form cannot change safely; edit it as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::HandoverOffer</name>
    <message>
        <location filename="../gui/core/presenters/handover_offer.cpp" line="+45"/>
        <source>%1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There is no other node to hand over to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No other node is ready to take over: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 may become MASTER of %2 again: if its priority is the highest, the addresses move back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>No node is known to be MASTER of %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 moves from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 moves from %2 to %3, and with it %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 stays BACKUP until you release it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::History</name>
    <message>
        <location filename="../gui/core/history/history.cpp" line="+100"/>
        <source>The history %1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Live data is not affected. Check that its folder exists and may be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The history was not written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/history/migrations.cpp" line="+28"/>
        <source>The history cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Live data is not affected. Check the file and free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>it was written by a newer version of Twinhelm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ImportDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/import_dialog.cpp" line="+27"/>
        <source>Import a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give the keepalived.conf of each node. Lines they share are kept once; lines that differ are kept for their node. The files themselves stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Add &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>root@lb01 or root@10.0.0.5:22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SSH target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fetch over &amp;SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&amp;Name of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Lines that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What they become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Reading %1 on %2…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Add at least one file to see the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shared lines: %1, differing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Give the cluster a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The site has a cluster of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Take this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keyword</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ImportPreview</name>
    <message>
        <location filename="../gui/core/import/import_preview.cpp" line="+92"/>
        <source>Choose the keepalived.conf of each node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>&quot;%1&quot; cannot be the name of a node. Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Two files are for node %1. Give one another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <source>The site has a cluster %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose another name; the one there is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Node %1 is in cluster %2 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give the node another name, or remove that cluster first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::InstanceStatusModel</name>
    <message>
        <location filename="../gui/core/models/instance_status_model.cpp" line="+16"/>
        <source>unknown since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>last known %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>priority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>priority %1 (base %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+11"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-6"/>
        <source>%1 on %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Priority %1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Cause: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fault: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Interface: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Heard %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Lamp</name>
    <message>
        <location filename="../gui/core/live/lamp.cpp" line="+35"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::LivePage</name>
    <message>
        <location filename="../gui/widgets/pages/live_page.cpp" line="+50"/>
        <source>&amp;Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <location filename="../gui/widgets/pages/live_tables.cpp" line="+49"/>
        <source>Virtual addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No node has told its addresses yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <location line="+1"/>
        <source>Search events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <location filename="../gui/widgets/pages/live_tables.cpp" line="+10"/>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>State changes, configuration loads and hand-overs of every node appear here the moment they happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>&amp;Enrol nodes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+86"/>
        <source>Choose an instance to hand it over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/widgets/pages/live_tables.cpp" line="-28"/>
        <source>Instances by node</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::MainWindow</name>
    <message>
        <location filename="../gui/widgets/shell/main_window.cpp" line="+252"/>
        <source>Twinhelm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Somebody else changed the file of %1. Your unsaved changes are kept here; saving replaces the other version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Somebody else changed the file of %1; it was read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Unsaved changes of %1 from %2 are back: the desk ended before they were saved. Undo takes them away again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The file was changed since; compare the two before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>No site is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No site was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NameDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/name_dialog.cpp" line="+23"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NewSiteDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/new_site_dialog.cpp" line="+18"/>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A site is a folder with your nodes and clusters as plain files. It may lie in a repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Give the site a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This folder is not empty; choose a new or an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NodeDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/node_dialog.cpp" line="+21"/>
        <source>Add a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How this desk reaches the balancer. Empty fields are taken from your ssh_config. Enrolling gives the node a certificate of this site over the verified SSH connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>lb01: also the config id of its lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>name, address, or a Host of ssh_config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SSH &amp;user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SSH &amp;port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ssh-agent and the usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Jump host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>as in ssh_config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;API port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>En&amp;gine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+51"/>
        <source>The node makes its own key; this site&apos;s CA signs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stock keepalived has no API to enrol for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Connecting to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Logged in; the host calls itself %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Enrolling %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NodeLamp</name>
    <message>
        <location filename="../gui/core/presenters/node_lamp.cpp" line="+21"/>
        <source>not reached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unknown since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Heard %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NodeRunCard</name>
    <message>
        <location filename="../gui/widgets/pages/node_run_card.cpp" line="+35"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Validate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the old file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>being undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>old restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::NoticeBar</name>
    <message>
        <location filename="../gui/widgets/shared/notice_bar.cpp" line="+20"/>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::OverviewPresenter</name>
    <message>
        <location filename="../gui/core/presenters/overview_presenter.cpp" line="+14"/>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+54"/>
        <source>No cluster yet. Import the configuration of a pair to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Clusters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>need attention: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>all well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ProblemsModel</name>
    <message>
        <location filename="../gui/core/models/problems_model.cpp" line="+14"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+75"/>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ProblemsPanel</name>
    <message>
        <location filename="../gui/widgets/pages/problems_panel.cpp" line="+31"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+50"/>
        <source>No problems found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Things to look at: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Errors: %1, other findings: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Errors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Ctrl+.: change the text so. Undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Mend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::ReviewView</name>
    <message>
        <location filename="../gui/widgets/pages/review_view.cpp" line="+52"/>
        <source>Changes on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Nothing changes on this node.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SecretDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/secret_dialog.cpp" line="+27"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SecretField</name>
    <message>
        <location filename="../gui/widgets/form/field_controls.cpp" line="-36"/>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Services</name>
    <message>
        <location filename="../gui/app/composition.cpp" line="+24"/>
        <source>%1 is enrolled until %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Sidebar</name>
    <message>
        <location filename="../gui/widgets/shell/sidebar.cpp" line="+21"/>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Import pair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add node…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Site</name>
    <message>
        <location filename="../gui/core/site/site.cpp" line="+27"/>
        <source>&quot;%1&quot; cannot be the name of a node or cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;: it becomes a file name and keepalived&apos;s config id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+21"/>
        <source>%1 is not a site folder: it has no site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose another folder, or make a new site there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is a site already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+83"/>
        <source>Node %1 is still in cluster %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take it out of the cluster first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose another name for the cluster, or move that file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+36"/>
        <location line="+11"/>
        <source>The site has no cluster %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SiteDesk</name>
    <message>
        <location filename="../gui/widgets/shell/site_desk.cpp" line="+21"/>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose keepalived.conf of each node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Configurations (*.conf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+85"/>
        <source>Save your changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A configuration has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Export keepalived.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Writes the file of one node as stock keepalived reads it. Which node?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Wrote %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SiteFile</name>
    <message>
        <location filename="../gui/core/site/site_file.cpp" line="+39"/>
        <source>%1:%2:%3: this is not valid TOML: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Mend that line in a text editor, then open the site again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>&quot;%1&quot; is missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add %1 = &quot;...&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>&quot;%1&quot; must be text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&quot;%1&quot; must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>&quot;%1&quot; must be a port number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>&quot;%1&quot; must be a list of names in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>For example: %1 = [&quot;lb01&quot;, &quot;lb02&quot;]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+48"/>
        <source>&quot;%1&quot; is not an engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write &quot;twinhelmd&quot; or &quot;keepalived&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1:%2: &quot;%3&quot; must be written as [[%3]] tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>the name &quot;%1&quot; is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Give each %1 a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+270"/>
        <source>%1: cluster &quot;%2&quot; names a node &quot;%3&quot; that is not described.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add a [[node]] with name = &quot;%1&quot;, or take it out of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SitePage</name>
    <message>
        <location filename="../gui/widgets/pages/site_page.cpp" line="+23"/>
        <source>No cluster in this site yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A cluster is a pair of balancers that share virtual addresses. Import the keepalived.conf of both nodes to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&amp;Import pair…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Ssh</name>
    <message>
        <location filename="../gui/core/ssh/authentication.cpp" line="+104"/>
        <location line="+37"/>
        <location filename="../gui/core/ssh/tcp_socket.cpp" line="+141"/>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-37"/>
        <source>accepted, more wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>SSH agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>none running, or no key taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <location line="+15"/>
        <source>not authorized on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-4"/>
        <source>wrong passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not a private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+17"/>
        <source>keyboard-interactive: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>password: wrong %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Logging in as %1 was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 closed the connection during the log-in: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&quot;Too many authentication failures&quot; means that the agent holds more keys than the server lets one try: name the right one as identity_file and in ssh_config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 accepts none of what this desk can show (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>no common method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add your public key to ~/.ssh/authorized_keys of that user, load it into the agent with ssh-add, or set ssh_user and identity_file of the node in site.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/host_key.cpp" line="+41"/>
        <source>The server showed no host key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The host key cannot be written in known_hosts form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The host key cannot be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Make the file writable; without it the host would be unknown again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The host key of %1 is not the one recorded in %2. It now shows %3 %4. Either the node was reinstalled, or somebody else answers in its place. Nothing was sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Compare the fingerprint on the node&apos;s console (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub). Only if it is the same, forget the old key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The host key of %1 (%2 %3) is unknown and was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Compare the fingerprint with the node&apos;s own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub), then connect again and accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The host key of %1 cannot be checked against %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mend or remove the broken line of that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/jump_bridge.cpp" line="+31"/>
        <source>Jump host %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The jump host %1 opens no connection to %2 port %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The name is looked up on the jump host. Check that it reaches the node, and that its sshd allows AllowTcpForwarding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/remote_command.cpp" line="+62"/>
        <source>running &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1: &quot;%2&quot; printed more than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/remote_files.cpp" line="+30"/>
        <source>no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the connection was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the server cannot do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the server says only &quot;failure&quot; (disk full, a folder in its place, or read-only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>starting SFTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 has no SFTP, so files cannot be carried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Install openssh-sftp-server on the node, or mend the Subsystem line of its sshd_config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1: %2 failed: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+36"/>
        <source>Check the path and the rights of the user on that node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-27"/>
        <source>creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>setting the mode of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>syncing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1: %2 cannot be replaced: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+18"/>
        <source>reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1: %2 is above 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/ssh_connection.cpp" line="+33"/>
        <source>%1 is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connect first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/ssh_link.cpp" line="+60"/>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+31"/>
        <source>The SSH handshake with %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check that the port is sshd&apos;s (%1), and that sshd still accepts connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1: %2 was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2 took too long and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The node may be overloaded or the network slow; the connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: the connection broke while %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Connect again. What was running on the node may have been done or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/ssh_options.cpp" line="+78"/>
        <source>The identity file %1 for %2 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Correct identity_file in site.toml, or leave it out to use the keys of ssh_config and the agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The SSH settings for &quot;%1&quot; cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check host, ssh_user and ssh_port of the node in site.toml, and ~/.ssh/config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/ssh_target.cpp" line="+38"/>
        <source>&quot;%1&quot; is no jump host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Write it as for ssh -J: [user@]host[:port], several separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/ssh/tcp_socket.cpp" line="-70"/>
        <source>The name %1 has no address: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the host of the node in site.toml, and DNS or /etc/hosts on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The name %1 was not resolved in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+66"/>
        <source>No TCP connection to %1 port %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check that the node is up, that sshd listens on that port, and that no firewall is between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No local socket pair for the jump host: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::SshSession</name>
    <message>
        <location filename="../gui/core/ssh/ssh_session.cpp" line="+50"/>
        <source>This was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Trust</name>
    <message>
        <location filename="../gui/core/trust/enrolment.cpp" line="+39"/>
        <source>%1 (exit code %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Install twinhelmd on the node, or set ctl of the node in site.toml to the path of twinhelmctl there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mend what the node says, then enrol it again; until then its old identity, if any, stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 made no signing request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 did not take its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/trust/signing_request.cpp" line="+23"/>
        <source>The node&apos;s signing request cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Run &quot;twinhelmctl identity csr --name NODE&quot; on the node and look at its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+33"/>
        <source>it is not a PEM request (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>its signature is not that of the key it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its key is too weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+14"/>
        <source>its subject is not just one common name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+27"/>
        <source>it asks for a name that is neither a DNS name nor an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The request that %1 sent asks for a certificate as %2; only %3 may be signed for it. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check that host and ssh_port of the node in site.toml lead to this node and not to another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/trust/site_ca.cpp" line="+51"/>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Check the folder&apos;s rights and the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Others on this computer can read the key %1. Whoever has it can act as any operator of the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>If nobody can have copied it: chmod 600 %1. Otherwise remove the folder and enrol every node anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1 and %2 are not the site&apos;s certificate authority: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Bring both files back from a backup. Without them a new authority must be made and every node enrolled anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Twinhelm site %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The site&apos;s certificate authority cannot be made: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Of the site&apos;s certificate authority only %1 is there, %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Bring the missing file back from a backup. If no node was enrolled yet, remove the other one and a new authority is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+37"/>
        <location line="+14"/>
        <source>The certificate of %1 cannot be made: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::UnknownHostDialog</name>
    <message>
        <location filename="../gui/widgets/dialogs/host_key_dialog.cpp" line="-49"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Key type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Known hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Is this the right host?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 was not contacted from here before. Compare the fingerprint with the one its console shows (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Do &amp;not connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The fingerprint is &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::UnwatchedNode</name>
    <message>
        <location filename="../gui/core/live/unwatched_node.h" line="+22"/>
        <source>%1 runs stock keepalived, which cannot be watched from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Verdict</name>
    <message>
        <location filename="../gui/core/live/verdict.cpp" line="+19"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+32"/>
        <source>%1 is MASTER of %2 but does not hold %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 holds %3 without being MASTER of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 does not run %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 is in FAULT for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is in FAULT for %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is in %3 for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 handed %2 over and stays back until it is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Split brain: %1 are MASTER of %2 at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is in the file but runs on no node: deploy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No node is MASTER of %1: its addresses are down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nothing is heard from %1, so nobody knows who is MASTER of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is MASTER of %2; nothing is heard from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No node is known for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is MASTER of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Nothing is known of any instance yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Each of the %1 instances has exactly one MASTER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/core/presenters/colour_role.cpp" line="+47"/>
        <source>All well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Addresses do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Split brain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::VipModel</name>
    <message>
        <location filename="../gui/core/models/vip_model.cpp" line="+25"/>
        <source>on %1 at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Moves with the instance but is not carried in advertisements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is heard from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+52"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::WelcomePage</name>
    <message>
        <location filename="../gui/widgets/pages/welcome_page.cpp" line="+29"/>
        <source>Twinhelm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Edit, deploy and watch pairs of Linux load balancers from one window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+49"/>
        <source>&amp;Import pair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Open site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;New site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+9"/>
        <source>You have two keepalived.conf files, here or on the balancers. See what they share and what differs, as one pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A site is a folder with your nodes and clusters. Open one from this computer or from your repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Start with an empty folder, then add nodes and clusters to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Recent sites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::WhatIfModel</name>
    <message>
        <location filename="../gui/core/models/what_if_model.cpp" line="+41"/>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+17"/>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location line="-6"/>
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+0"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+17"/>
        <source>stays on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="-7"/>
        <source>until it is mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+8"/>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, without it for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 dies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 is stopped in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 of %2 goes down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 fails on every node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 fails on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the nodes do not hear each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+39"/>
        <source>The configuration has errors; this is what held before them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>More can fail than is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+42"/>
        <source>If %1: %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+11"/>
        <source>If this fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Virtual addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Who holds them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Without them for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>When it is mended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::WhatIfPanel</name>
    <message>
        <location filename="../gui/widgets/pages/what_if_panel.cpp" line="+57"/>
        <source>What if something fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Failures that leave addresses with nobody: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failures that make a split brain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Whatever fails alone, one node holds each address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No virtual address moves in this configuration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twinhelm::desk::Workspace</name>
    <message>
        <location filename="../gui/core/workspace/workspace.cpp" line="+166"/>
        <source>The site has no cluster %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 was changed by somebody else since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing was written. Compare the two; saving once more replaces their text with yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The folder of the history %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Live data is not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Restore unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
